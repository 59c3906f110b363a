/** Judges every Apple Maps request of a saved log (HAR 1.2) of whatever tool. */

import type { EndpointId } from './apple/endpoints.ts';
import { hostOf, isAppleMapsHost, lookAlikeOf } from './apple/hosts.ts';
import { diagnose } from './diagnosis/diagnose.ts';
import type { Certainty, Evidence, FindingId, Severity } from './diagnosis/finding.ts';
import { createLogIndex } from './diagnosis/log-facts.ts';
import { isPreflight, precedes, preflightOf } from './diagnosis/preflights.ts';
import { type Subject, subjectOf } from './diagnosis/subject.ts';
import type { Entry } from './entry.ts';
import { entryFromHar, harBody, harIdentity } from './har.ts';
import { checkSignature, readPublicKey } from './token/signature.ts';
import type { TokenKind } from './token/token.ts';

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
  const index = createLogIndex();
  const subjects: Subject[] = [];
  // Other hosts' requests show that the page went on.
  for (const other of harEntries(har)) index.passTime(Date.parse(harIdentity(other).startedDateTime) / 1000);
  for (const entry of requestsOf(har)) {
    const bare = subjectOf(entry);
    const subject = {
      ...bare,
      log: index.factsFor(bare),
      signature: bare.token === null ? 'unchecked' : await checkSignature(bare.token, publicKeys),
    } as const;
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

/**
 * The requests of a log to Apple Maps, and to look-alikes that were sent a token, with their preflights folded in. They
 * stand in the order in which they ended: what an answer tells is known from then on. The id is the place in the log.
 */
export function requestsOf(har: unknown): readonly Entry[] {
  return foldPreflights(harEntries(har).flatMap(entryOfInterest))
    .filter((entry) => isAppleMapsHost(hostOf(entry.url)) || subjectOf(entry).carrier !== null)
    .toSorted((a, b) => a.startedAt + a.duration - (b.startedAt + b.duration));
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

/** Null for what is no HAR log. */
export function harEntriesOf(har: unknown): readonly unknown[] | null {
  const { log } = (har ?? {}) as { log?: { entries?: unknown } | null };
  return Array.isArray(log?.entries) ? log.entries : null;
}

function harEntries(har: unknown): readonly unknown[] {
  return harEntriesOf(har) ?? [];
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
