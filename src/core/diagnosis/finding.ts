/**
 * The words of a diagnosis. Ids are part of the product's public face: shown, exported, never renamed.
 */

export type Severity =
  /** Apple refuses this, or the request cannot work. */
  | 'fault'
  /** Departs from what Apple documents, or will break later; it may work today. */
  | 'warning'
  /** Worth knowing; nothing is wrong. */
  | 'note';

/** `proven` follows from the data at hand. */
export type Certainty = 'proven' | 'likely' | 'possible';

export type FindingId =
  | 'bearer-missing'
  | 'bearer-scheme'
  | 'bearer-no-space'
  | 'bearer-placeholder'
  | 'bearer-stray-characters'
  | 'token-not-jwt'
  | 'token-alphabet'
  | 'token-json'
  | 'token-duplicate-keys'
  | 'token-oversized'
  | 'header-alg'
  | 'header-typ'
  | 'header-kid-missing'
  | 'header-kid-form'
  | 'header-crit'
  | 'signature-missing'
  | 'signature-length'
  | 'signature-der'
  | 'signature-mismatch'
  | 'iss-missing'
  | 'iss-form'
  | 'iss-kid-swapped'
  | 'iat-missing'
  | 'iat-future'
  | 'time-in-milliseconds'
  | 'time-not-a-number'
  | 'exp-before-iat'
  | 'exp-missing'
  | 'exp-far'
  | 'auth-token-expired'
  | 'access-token-expired'
  | 'clock-skew'
  | 'origin-missing'
  | 'origin-form'
  | 'origin-implausible'
  | 'origin-mismatch'
  | 'origin-absent-from-request'
  | 'scope-form'
  | 'scope-lacks-product'
  | 'claims-foreign'
  | 'portal-token-short'
  | 'access-token-at-exchange'
  | 'auth-token-at-service'
  | 'method-not-get'
  | 'path-truncated'
  | 'host-look-alike'
  | 'query-invalid'
  | 'wrong-field-read'
  | 'token-superseded'
  | 'exchange-too-often'
  | 'callback-silent'
  | 'static-token-at-refresh'
  | 'origin-check-failure'
  | 'quota-exceeded'
  | 'quota-retry-loop'
  | 'server-error'
  | 'answer-not-apple'
  | 'blocked-by-client'
  | 'network-failure'
  | 'cors-blocked'
  | 'retries-of-one-failure'
  | 'rejected-well-formed'
  | 'internal';

/** A value inside a sentence or a table. The views format it for the reader's language and time zone. */
export type Value =
  | { readonly type: 'text'; readonly text: string }
  /** Text from a token, a header or a URL: drawn as code. */
  | { readonly type: 'code'; readonly text: string }
  /** Seconds since 1970. */
  | { readonly type: 'instant'; readonly seconds: number }
  /** Seconds. */
  | { readonly type: 'duration'; readonly seconds: number }
  | { readonly type: 'count'; readonly count: number }
  /** A sentence of ours, by its message id. */
  | { readonly type: 'message'; readonly id: string };

export type Values = Readonly<Record<string, Value>>;

export type EvidenceLabel = 'expected' | 'found' | 'apple-says' | 'browser-says' | 'entry';

/** One row of the evidence: what was compared. `note` is a message id that says where the value was read. */
export interface Evidence {
  readonly label: EvidenceLabel;
  readonly value: Value;
  readonly note?: string;
}

export interface Finding {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** Which of the sentences of this id fits; empty where it has but one set. */
  readonly variant: string;
  readonly evidence: readonly Evidence[];
  /** What the sentences name in braces. */
  readonly values: Values;
}

/** What a check looked at and found in order; it rules out a cause and says by which values. */
export interface RuledOut {
  readonly id: FindingId;
  readonly variant: string;
  readonly values: Values;
}

export type Verdict =
  | { readonly is: 'found'; readonly finding: Omit<Finding, 'id'> }
  | { readonly is: 'passed'; readonly variant: string; readonly values: Values }
  /** The check does not apply, or has nothing to say that rules a cause out. */
  | null;

interface Details {
  readonly certainty?: Certainty;
  readonly variant?: string;
  readonly evidence?: readonly Evidence[];
  readonly values?: Values;
}

const found = (severity: Severity, details: Details): Verdict => ({
  is: 'found',
  finding: {
    severity,
    certainty: details.certainty ?? 'proven',
    variant: details.variant ?? '',
    evidence: details.evidence ?? [],
    values: details.values ?? {},
  },
});

export const fault = (details: Details = {}): Verdict => found('fault', details);
export const warning = (details: Details = {}): Verdict => found('warning', details);
export const note = (details: Details = {}): Verdict => found('note', details);
export const passed = (values: Values = {}, variant = ''): Verdict => ({ is: 'passed', variant, values });

export const text = (value: string): Value => ({ type: 'text', text: value });
export const code = (value: unknown): Value => ({
  type: 'code',
  text: typeof value === 'string' ? value : asJson(value),
});
/** Text whose white space and control characters are written out. */
export const visible = (value: string): Value => ({
  type: 'code',
  text: value.replace(/[\\\s\p{C}]/gu, (character) => {
    if (character === ' ') return '␠';
    const escaped = JSON.stringify(character).slice(1, -1);
    return escaped === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : escaped;
  }),
});
export const instant = (seconds: number): Value => ({ type: 'instant', seconds });
export const duration = (seconds: number): Value => ({ type: 'duration', seconds });
export const count = (value: number): Value => ({ type: 'count', count: value });
export const message = (id: string): Value => ({ type: 'message', id });

export const expected = (value: Value, noteId?: string): Evidence => row('expected', value, noteId);
export const foundValue = (value: Value, noteId?: string): Evidence => row('found', value, noteId);
export const appleSays = (value: Value, noteId?: string): Evidence => row('apple-says', value, noteId);
export const browserSays = (value: Value, noteId?: string): Evidence => row('browser-says', value, noteId);

function row(label: EvidenceLabel, value: Value, noteId: string | undefined): Evidence {
  return noteId === undefined ? { label, value } : { label, value, note: noteId };
}

/** A claim as it stands in JSON. Objects of hostile tokens may be deep, so only plain values are spelt out. */
function asJson(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return JSON.stringify(value);
}
