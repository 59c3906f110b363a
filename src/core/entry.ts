/**
 * An entry is one recorded request with its answer (the word of HAR 1.2). It is plain data: it crosses
 * extension contexts as JSON and never holds anything that was derived from it.
 */

/** Name as sent, value, and the length of the whole value where the value was cut (see `clipField`). */
export type HeaderField = readonly [name: string, value: string, fullLength?: number];

/** What is known of an answer's body. `size` counts UTF-16 units of the whole text, `text` may be shorter. */
export type Body =
  | { readonly state: 'read'; readonly text: string; readonly size: number }
  /** No body was due: no answer came, or the answer has none by its nature (HEAD, 204, 304). */
  | { readonly state: 'none' }
  /** The answer came and the page never read its body, so devtools has none (see facts of `getContent`). */
  | { readonly state: 'unread' }
  /** The browser had thrown the body away, or did not hand it over in time. */
  | { readonly state: 'unavailable' }
  /** Not text: images, fonts, vector tiles. Never fetched. */
  | { readonly state: 'binary' };

/** The CORS preflight (OPTIONS) that came before a request; part of that request, never an entry of its own. */
export interface Preflight {
  readonly status: number;
  readonly startedAt: number;
  readonly duration: number;
  readonly responseHeaders: readonly HeaderField[];
}

export interface Entry {
  /** Unique within one log, and the same however often the browser tells of the request. */
  readonly id: string;
  /** Milliseconds since 1970 on this machine's clock. */
  readonly startedAt: number;
  /** Milliseconds from start to the end of the answer; 0 where unknown. */
  readonly duration: number;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly HeaderField[];
  /** HTTP status, or 0 where no answer came. */
  readonly status: number;
  readonly statusText: string;
  readonly responseHeaders: readonly HeaderField[];
  readonly body: Body;
  /** The browser's own word for a failure (`net::ERR_…`), empty where there is none. */
  readonly error: string;
  readonly preflight: Preflight | null;
}

/** The longest header value and URL that an entry keeps, in UTF-16 units. Real tokens stay below 2,000. */
export const FIELD_LIMIT = 8192;

/** The longest body text that an entry keeps, in UTF-16 units: a quarter of what a whole log may hold. */
export const BODY_LIMIT = 8 * 1_048_576;

/**
 * A body of which this text is known. Of one above its own bound (`devtools.netmonitor.responseBodyLimit`, 1 MiB in
 * base64) Firefox hands over the first 768 KiB, and a NUL in place of each unit of the rest (measured in 153 ESR).
 */
export function bodyOfText(text: string): Body {
  let end = Math.min(text.length, BODY_LIMIT);
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return { state: 'read', text: text.slice(0, end), size: text.length };
}

export function clipField(name: string, value: string): HeaderField {
  return value.length > FIELD_LIMIT ? [name, value.slice(0, FIELD_LIMIT), value.length] : [name, value];
}

/** The first header of that name, whatever its case (RFC 9110 §5.1). */
export function headerField(fields: readonly HeaderField[], name: string): HeaderField | null {
  const wanted = name.toLowerCase();
  return fields.find(([candidate]) => candidate.toLowerCase() === wanted) ?? null;
}

export function header(fields: readonly HeaderField[], name: string): string | null {
  return headerField(fields, name)?.[1] ?? null;
}

/** The size of an entry in memory, roughly: UTF-16 units of all its texts. */
export function entrySize(entry: Entry): number {
  const fields = (list: readonly HeaderField[]) =>
    list.reduce((sum, [name, value]) => sum + name.length + value.length + 16, 0);
  return (
    256 +
    entry.url.length +
    fields(entry.requestHeaders) +
    fields(entry.responseHeaders) +
    fields(entry.preflight?.responseHeaders ?? []) +
    entry.statusText.length +
    entry.error.length +
    (entry.body.state === 'read' ? entry.body.text.length : 0)
  );
}
