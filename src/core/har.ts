/**
 * One entry of a HAR 1.2 log, of whatever tool, to an Entry. Nothing in it is trusted to be there or to have its type:
 * Chromium's, Firefox's and other tools' logs differ, and pages write most of the texts.
 */
import { type Body, bodyOfText, clipField, type Entry, FIELD_LIMIT, type HeaderField } from './entry.ts';

/** The part of a HAR entry that decides whose it is. */
export interface HarIdentity {
  readonly method: string;
  readonly url: string;
  /** As written in the log: devtools writes the same text each time it tells of the request. */
  readonly startedDateTime: string;
}

export function harIdentity(har: unknown): HarIdentity {
  const request = record(record(har).request);
  return {
    method: string(request.method) || 'GET',
    url: string(request.url),
    startedDateTime: string(record(har).startedDateTime),
  };
}

export function entryFromHar(har: unknown, id: string, body: Body): Entry {
  const { method, url, startedDateTime } = harIdentity(har);
  const { time, request, response } = record(har);
  const answer = record(response);
  const startedAt = Date.parse(startedDateTime);
  return {
    id,
    startedAt: Number.isNaN(startedAt) ? 0 : startedAt,
    duration: Math.max(0, number(time)),
    method,
    url: url.slice(0, FIELD_LIMIT),
    requestHeaders: headers(record(request).headers),
    status: harStatus(har),
    statusText: string(answer.statusText).slice(0, FIELD_LIMIT),
    responseHeaders: headers(answer.headers),
    body,
    error: harError(har),
    preflight: null,
  };
}

/** HTTP status, or 0 where no answer came. */
export function harStatus(har: unknown): number {
  return Math.max(0, Math.trunc(number(record(record(har).response).status)));
}

/** The browser's own word for a failure, empty where it gives none (Firefox never does). */
export function harError(har: unknown): string {
  return string(record(record(har).response)._error).slice(0, FIELD_LIMIT);
}

/** The media type of the answer, lower case, without parameters; empty where it has none. */
export function harMediaType(har: unknown): string {
  const { mimeType } = record(record(record(har).response).content);
  return (string(mimeType).split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** The body that a saved log holds. Logs are saved without bodies, too, so a missing one says nothing of the page. */
export function harBody(har: unknown): Body {
  const response = record(record(har).response);
  const { text, encoding } = record(response.content);
  const status = number(response.status);
  if (typeof text !== 'string')
    return { state: status === 0 || status === 204 || status === 304 ? 'none' : 'unavailable' };
  const plain = encoding === 'base64' ? textFromBase64(text) : text;
  return plain === null ? { state: 'binary' } : bodyOfText(plain);
}

/** Null where the bytes are no text. */
export function textFromBase64(text: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** HTTP/2 pseudo-headers (`:authority`) are devtools' way of writing the request line, not headers. */
function headers(list: unknown): readonly HeaderField[] {
  if (!Array.isArray(list)) return [];
  return list
    .map((item) => clipField(string(record(item).name), string(record(item).value)))
    .filter(([name]) => name !== '' && !name.startsWith(':'));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
