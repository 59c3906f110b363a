/**
 * What the session store holds, one key for each record so that two windows never write over each other's. Every
 * record is JSON text that is checked when it is read: another version of the extension may have written it.
 */
import * as v from 'valibot';
import type { Entry } from '../../core/index.ts';
import type { SessionStore } from '../ports.ts';

/** What the user stored: so far, an auth JWT with a name. */
const Credential = v.object({
  id: v.string(),
  name: v.string(),
  token: v.string(),
  /** Milliseconds since 1970; credentials are listed in this order. */
  addedAt: v.number(),
});

const Fields = v.array(v.looseTuple([v.string(), v.string()]));

/** As much of an entry as its diagnosis relies on. */
const StoredEntry = v.looseObject({
  startedAt: v.number(),
  duration: v.number(),
  method: v.string(),
  url: v.string(),
  requestHeaders: Fields,
  status: v.number(),
  responseHeaders: Fields,
  body: v.union([
    v.looseObject({ state: v.literal('read'), text: v.string(), size: v.number() }),
    v.looseObject({ state: v.picklist(['none', 'unread', 'unavailable', 'binary']) }),
  ]),
  error: v.string(),
  preflight: v.nullable(v.looseObject({ status: v.number(), responseHeaders: Fields })),
});

/** One token exchange, from the click to its end. */
const Attempt = v.object({
  /** Milliseconds since 1970. */
  startedAt: v.number(),
  state: v.picklist([
    /** Apple was asked and has not answered yet. */
    'asking',
    /** An answer came, or the request failed; see `entry`. */
    'ended',
    /** The browser does not let the extension reach Apple. Nothing was sent. */
    'not-permitted',
    /** The browser ended the background page in the middle. Whether Apple was asked is not known. */
    'interrupted',
  ]),
  /** The request with its answer, for the same diagnosis as in the panel. */
  entry: v.nullable(v.custom<Entry>((value) => v.is(StoredEntry, value))),
});

const Issued = v.object({
  accessToken: v.string(),
  issuedAt: v.number(),
  endsAt: v.nullable(v.number()),
});

/** What the user was typing when the popup closed. */
const Draft = v.object({ id: v.nullable(v.string()), name: v.string(), token: v.string() });

/** What the popup wants of the background. */
const Ask = v.object({ credentialId: v.nullable(v.string()), at: v.number() });

export type Credential = v.InferOutput<typeof Credential>;
export type Attempt = v.InferOutput<typeof Attempt>;
export type Draft = v.InferOutput<typeof Draft>;

const SCHEMAS = {
  credential: Credential,
  attempt: Attempt,
  issued: Issued,
  draft: Draft,
  ask: Ask,
  chosen: v.string(),
} as const;

export type RecordKind = keyof typeof SCHEMAS;
export type RecordOf<K extends RecordKind> = v.InferOutput<(typeof SCHEMAS)[K]>;

/** `draft`, `chosen` and `ask` exist once; the others once for each credential. */
export function recordKey(kind: RecordKind, id = ''): string {
  return id === '' ? kind : `${kind}:${id}`;
}

export function parseKey(key: string): { readonly kind: RecordKind; readonly id: string } | null {
  const [kind = '', id = ''] = key.split(':', 2);
  return Object.hasOwn(SCHEMAS, kind) ? { kind: kind as RecordKind, id } : null;
}

/** The record, or null where there is none or it is not what this version writes. */
export function parseRecord<K extends RecordKind>(kind: K, text: string | null): RecordOf<K> | null {
  if (text === null) return null;
  try {
    const result = v.safeParse(SCHEMAS[kind], JSON.parse(text));
    return result.success ? (result.output as RecordOf<K>) : null;
  } catch {
    return null;
  }
}

export async function readRecord<K extends RecordKind>(
  store: SessionStore,
  kind: K,
  id = '',
): Promise<RecordOf<K> | null> {
  return parseRecord(kind, await store.get(recordKey(kind, id)));
}

export function writeRecord<K extends RecordKind>(
  store: SessionStore,
  kind: K,
  id: string,
  record: RecordOf<K>,
): Promise<void> {
  return store.set(recordKey(kind, id), JSON.stringify(record));
}
