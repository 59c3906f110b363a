/**
 * What an answer of an Apple Maps host says, whatever shape it has.
 * The documented ErrorResponse is bare (`{message, details}`), the live one is wrapped (`{error: {message, details}}`),
 * and `details` holds strings or, at bootstrap, `{errorType, message}`. Everything here is hostile text.
 */
import { type Entry, header } from '../entry.ts';

export interface ErrorDetail {
  /** `ORIGIN_CHECK_FAILURE` is the only one known; empty where the detail is a plain string. */
  readonly errorType: string;
  readonly message: string;
}

export type Answer =
  /** Nothing came back. */
  | { readonly kind: 'none' }
  /** JSON that is no error body. */
  | { readonly kind: 'json'; readonly value: unknown }
  /** Apple's error body. `wrapped` says which of the two shapes. */
  | {
      readonly kind: 'error';
      readonly message: string;
      readonly details: readonly ErrorDetail[];
      readonly wrapped: boolean;
      readonly value: unknown;
    }
  /** A page where JSON is due: a captive portal, a proxy, a CDN's error page. */
  | { readonly kind: 'html'; readonly text: string }
  /** Text that is neither. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  /** The body is not at hand: never read by the page, evicted, or binary. */
  | { readonly kind: 'unseen'; readonly why: 'unread' | 'unavailable' | 'binary' | 'cut' };

/** Apple sends one or two; more is not Apple. */
const DETAIL_LIMIT = 20;

export function answerOf(entry: Entry): Answer {
  if (entry.status === 0) return { kind: 'none' };
  const { body } = entry;
  if (body.state === 'none') return { kind: 'empty' };
  if (body.state !== 'read') return { kind: 'unseen', why: body.state };
  const text = body.text.trim();
  if (text === '') return { kind: 'empty' };
  const value = parseJson(text);
  if (value === undefined) {
    // Broken text is the answer's fault only if it is all there.
    if (body.size > body.text.length) return { kind: 'unseen', why: 'cut' };
    return /^<(!doctype|html|\?xml|head|body)/i.test(text) ? { kind: 'html', text } : { kind: 'text', text };
  }
  return errorAnswer(value) ?? { kind: 'json', value };
}

/** Apple's request id, worth quoting to Apple. */
export function requestId(entry: Entry): string | null {
  return header(entry.responseHeaders, 'x-rid');
}

function errorAnswer(value: unknown): Answer | null {
  if (!isRecord(value)) return null;
  const inner = value.error;
  const wrapped = isRecord(inner);
  const error = wrapped ? inner : value;
  const { message, details } = error;
  if (typeof message !== 'string' || (!wrapped && !Array.isArray(details))) return null;
  return {
    kind: 'error',
    message,
    details: Array.isArray(details) ? details.slice(0, DETAIL_LIMIT).map(detailOf) : [],
    wrapped,
    value,
  };
}

function detailOf(detail: unknown): ErrorDetail {
  if (typeof detail === 'string') return { errorType: '', message: detail };
  const { errorType, message } = isRecord(detail) ? detail : {};
  return {
    errorType: typeof errorType === 'string' ? errorType : '',
    message: typeof message === 'string' ? message : '',
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
