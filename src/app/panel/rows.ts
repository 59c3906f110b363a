/** An entry with everything that is derived from it once, whatever the clock says afterwards. */
import {
  createLogIndex,
  type Diagnosis,
  diagnose,
  type Endpoint,
  type Entry,
  type LogFacts,
  queryOf,
  readToken,
  type SignatureState,
  type Subject,
  subjectOf,
  type Token,
} from '../../core/index.ts';

export interface Row {
  readonly id: string;
  readonly entry: Entry;
  readonly subject: Subject;
  readonly endpoint: Endpoint;
  readonly token: Token | null;
  readonly diagnosis: Diagnosis;
  /** The parameters that tell calls of this endpoint apart, as the page wrote them. */
  readonly details: string;
  readonly mark: 'refused' | 'warning' | 'none';
}

/** @param now the log goes on at least until then, in seconds since 1970 */
export interface RowMaker {
  (entry: Entry, now?: number): Row;
  /** Those entries will not be told of again. */
  readonly forget: (ids: readonly string[]) => void;
}

/** What is known of a token's signature by now. */
export type SignatureOf = (token: Token) => SignatureState;

const UNCHECKED: SignatureOf = () => 'unchecked';

/**
 * Makes rows; reads each distinct token text once, and remembers what earlier entries tell of later ones.
 * @param sent false for requests that are only planned
 */
export function createRowMaker(signatureOf = UNCHECKED, sent = true): RowMaker {
  const tokens = new Map<string, Token>();
  const index = createLogIndex();
  /** An entry that is told of again must not count as its own past. */
  const facts = new Map<string, LogFacts>();

  function read(raw: string, length: number): Token {
    const known = tokens.get(raw);
    if (known !== undefined && known.length === length) return known;
    const token = readToken(raw, length);
    if (tokens.size >= TOKENS_KEPT) tokens.clear();
    tokens.set(raw, token);
    return token;
  }

  function makeRow(entry: Entry, now?: number): Row {
    if (now !== undefined) index.passTime(now);
    const bare = subjectOf(entry, read, sent);
    const latest = index.factsFor(bare);
    // Whether a bootstrap followed a script shows later than the script.
    const log = { ...(facts.get(entry.id) ?? latest), quietSince: latest.quietSince };
    const signature = bare.token === null ? 'unchecked' : signatureOf(bare.token);
    const subject = { ...bare, log, signature };
    if (!facts.has(entry.id)) {
      facts.set(entry.id, log);
      index.add(subject);
    }
    const diagnosis = diagnose(subject);
    const { endpoint, token } = subject;
    return {
      id: entry.id,
      entry,
      subject: { ...subject, answer: keptOf(subject) },
      endpoint,
      token,
      diagnosis,
      details: detailsOf(entry, endpoint),
      mark: markOf(diagnosis),
    };
  }

  return Object.assign(makeRow, {
    forget(ids: readonly string[]) {
      for (const id of ids) facts.delete(id);
    },
  });
}

const TOKENS_KEPT = 2_000;

/** The text of an answer stands in its entry. What was read from it takes many times as much memory, so only what names tokens stays. */
function keptOf({ answer, endpoint }: Subject): Subject['answer'] {
  const isIssue = endpoint.group === 'exchange' || endpoint.group === 'bootstrap';
  return answer.kind === 'json' && !isIssue ? UNKEPT : answer;
}

const UNKEPT: Subject['answer'] = { kind: 'json', value: null };

function detailsOf(entry: Entry, { id, path, keyParameters }: Endpoint): string {
  if (id === 'unknown' || id === 'asset' || id === 'script') return path;
  if (id === 'place') return decodePath(path.slice(path.lastIndexOf('/') + 1));
  const query = queryOf(entry.url);
  return keyParameters
    .flatMap((name) =>
      query.filter(([candidate]) => candidate === name).map(([, value]) => `${name}=${value}`),
    )
    .join(' · ')
    .slice(0, 200);
}

function decodePath(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function markOf({ refused, cause, others }: Diagnosis): Row['mark'] {
  if (refused) return cause?.severity === 'warning' ? 'warning' : 'refused';
  return others.some(({ severity }) => severity !== 'note') ? 'warning' : 'none';
}
