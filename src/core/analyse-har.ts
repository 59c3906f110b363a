/** Judges every Apple Maps request of a saved log (HAR 1.2) of whatever tool. */

import type { EndpointId } from './apple/endpoints.ts';
import { hostOf, isAppleMapsHost, lookAlikeOf } from './apple/hosts.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import type { Certainty, Evidence, FindingId, Severity } from './diagnosis/finding.ts';
import { createLogIndex } from './diagnosis/log-facts.ts';
import { isPreflight, precedes, preflightOf } from './diagnosis/preflights.ts';
import { type SignatureState, type Subject, subjectOf } from './diagnosis/subject.ts';
import type { Entry } from './entry.ts';
import { entryFromHar, harBody, harIdentity } from './har.ts';
import { type PublicKey, readPublicKey, verifySignature } from './token/signature.ts';
import { own, type Token, type TokenKind } from './token/token.ts';

export interface AnalysedEntry {
  /** Place in the log's own list of entries. */
  readonly index: number;
  readonly endpoint: EndpointId;
  /** Null where the request carried no token. */
  readonly tokenKind: TokenKind | null;
  /** The cause first, where there is one. */
  readonly findings: readonly {
    readonly id: FindingId;
    readonly severity: Severity;
    readonly certainty: Certainty;
    readonly evidence: readonly Evidence[];
  }[];
  readonly cause: FindingId | null;
}

export interface Analysis {
  /** Those of Apple Maps hosts, and of look-alikes that were sent a token, in the log's order. */
  readonly entries: readonly AnalysedEntry[];
}

export interface AnalysisOptions {
  /** Public keys, `.p8` keys or JWKs, with their key IDs where they are known, to check signatures with. */
  readonly keys?: readonly { readonly text: string; readonly kid?: string }[];
}

/** What is no HAR log has no entries; a broken entry of one is judged for what can be read of it. */
export async function analyseHar(har: unknown, { keys = [] }: AnalysisOptions = {}): Promise<Analysis> {
  const readings = await Promise.all(keys.map(({ text, kid }) => readPublicKey(text, kid ?? null)));
  const publicKeys = readings.flatMap((reading) => (reading.ok ? [reading.key] : []));
  const requests = foldPreflights(harEntries(har).flatMap(entryOfInterest));
  const index = createLogIndex();
  // What an answer tells is known once it has ended.
  const ended = requests.toSorted((a, b) => a.startedAt + a.duration - (b.startedAt + b.duration));
  const subjects: Subject[] = [];
  // Other hosts' requests show that the page went on.
  for (const other of harEntries(har)) index.passTime(Date.parse(harIdentity(other).startedDateTime) / 1000);
  for (const entry of ended) {
    const bare = subjectOf(entry);
    if (bare.carrier === null && !isAppleMapsHost(bare.endpoint.host)) continue;
    const subject = {
      ...bare,
      log: index.factsFor(bare),
      signature: await signatureOf(bare.token, publicKeys),
    };
    index.add(subject);
    subjects.push(subject);
  }
  return {
    entries: subjects
      // Whether a bootstrap followed a script is known only now.
      .map((subject) =>
        analysed({ ...subject, log: { ...subject.log, quietSince: index.factsFor(subject).quietSince } }),
      )
      .sort((a, b) => a.index - b.index),
  };
}

function analysed(subject: Subject): AnalysedEntry {
  const { cause, others } = diagnose(subject);
  return {
    index: Number(subject.entry.id),
    endpoint: subject.endpoint.id,
    tokenKind: subject.token?.kind ?? null,
    findings: [...(cause === null ? [] : [cause]), ...others].map(
      ({ id, severity, certainty, evidence }) => ({
        id,
        severity,
        certainty,
        evidence,
      }),
    ),
    cause: cause?.id ?? null,
  };
}

function harEntries(har: unknown): readonly unknown[] {
  const { log } = (har ?? {}) as { log?: { entries?: unknown } };
  return Array.isArray(log?.entries) ? log.entries : [];
}

function entryOfInterest(har: unknown, index: number): readonly Entry[] {
  const { url } = harIdentity(har);
  if (!isAppleMapsHost(hostOf(url)) && lookAlikeOf(url) === null) return [];
  return [entryFromHar(har, String(index), harBody(har))];
}

/** A preflight stays an entry of its own only where its request is not in the log. */
function foldPreflights(entries: readonly Entry[]): readonly Entry[] {
  const preflights = new Map<string, Entry[]>();
  for (const entry of entries.filter(isPreflight)) {
    preflights.set(entry.url, [...(preflights.get(entry.url) ?? []), entry]);
  }
  const folded = new Set<Entry>();
  const requests = entries.map((entry) => {
    const preflight = preflights
      .get(entry.url)
      ?.find((other) => !folded.has(other) && precedes(other, entry));
    if (preflight === undefined) return entry;
    folded.add(preflight);
    return { ...entry, preflight: preflightOf(preflight) };
  });
  return requests.filter((entry) => !folded.has(entry));
}

async function signatureOf(token: Token | null, keys: readonly PublicKey[]): Promise<SignatureState> {
  const kid = own(token?.header ?? null, 'kid');
  const candidates = keys.filter((key) => key.kid === null || key.kid === kid);
  if (token === null || token.form !== 'jws' || token.kind === 'access' || candidates.length === 0)
    return 'unchecked';
  for (const key of candidates) if (await verifySignature(token, key)) return 'fits';
  // A key without a name may simply be another one.
  return candidates.some((key) => key.kid !== null) ? 'differs' : 'unchecked';
}
