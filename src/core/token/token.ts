/**
 * Raw text to a token that can be shown and judged, whatever is wrong with it. Nothing here verifies a signature.
 */
import { type AlphabetFaultCode, decodeLeniently, scanBase64url } from './base64url.ts';
import { type JsonFaultCode, type JsonObject, scanJsonObject } from './json.ts';

export type Part = 'header' | 'payload' | 'signature';

/** What the text is, judged by its segments: JWS compact (RFC 7515 §7.1), JWE (RFC 7516 §7.1), and what is neither. */
export type TokenForm = 'jws' | 'jwe' | 'sd-jwt' | 'truncated' | 'opaque' | 'oversized';

/** Apple's two kinds of Maps token. `unknown` where the text does not say. */
export type TokenKind = 'auth' | 'access' | 'unknown';

export interface TokenFault {
  readonly code: AlphabetFaultCode | JsonFaultCode | 'utf-8';
  readonly part: Part;
  /**
   * Where it is: UTF-16 units from the start of the raw text for faults of the alphabet, from the start of the
   * decoded part for faults of its JSON.
   */
  readonly offset: number;
  readonly found: string;
  /** Where a name that stands twice stood first, counted as `offset`. */
  readonly first?: number;
}

export interface Token {
  /** The text as sent, cut where it was oversized. */
  readonly raw: string;
  /** UTF-16 units of the whole text. */
  readonly length: number;
  /** Safe to show and to compare: 32 bits of the text, in hexadecimal. */
  readonly id: string;
  readonly lastFour: string;
  readonly form: TokenForm;
  readonly segmentCount: number;
  readonly kind: TokenKind;
  readonly header: JsonObject | null;
  readonly payload: JsonObject | null;
  /** The decoded text of header and payload, null where it could not be decoded. */
  readonly headerText: string | null;
  readonly payloadText: string | null;
  /** Decoded bytes of the signature, null where it could not be decoded; empty for a missing one. */
  readonly signature: Uint8Array | null;
  readonly faults: readonly TokenFault[];
}

/**
 * Above this a text is no Maps token and is not decoded: real ones stay below 2,000 UTF-16 units. It lies below
 * `FIELD_LIMIT`, so that a token that was cut with its header is always above it and never judged by its beginning.
 */
export const TOKEN_LIMIT = 8000;

/** @param length the length of the whole text where `raw` is only its beginning */
export function readToken(raw: string, length = raw.length): Token {
  if (length > TOKEN_LIMIT) return oversized(raw.slice(0, TOKEN_LIMIT), length);
  const segments = raw.split('.');
  const form = formOf(raw, segments);
  const [headerSegment = '', payloadSegment = '', signatureSegment = ''] = segments;
  const header = readJsonPart(headerSegment, 'header', 0);
  const payload = readJsonPart(payloadSegment, 'payload', headerSegment.length + 1);
  const signatureFault = scanBase64url(signatureSegment);
  const signatureStart = headerSegment.length + payloadSegment.length + 2;
  const readable = form === 'jws' || form === 'truncated';
  return {
    ...identityOf(raw, length),
    form,
    segmentCount: segments.length,
    kind: form === 'jwe' ? 'unknown' : kindOf(header.value, payload.value),
    header: header.value,
    payload: payload.value,
    headerText: header.text,
    payloadText: payload.text,
    signature: form === 'jws' ? decodeLeniently(signatureSegment) : null,
    faults: readable
      ? [
          ...header.faults,
          ...(segments.length > 1 ? payload.faults : []),
          ...(signatureFault === null
            ? []
            : [
                {
                  ...signatureFault,
                  part: 'signature' as const,
                  offset: signatureStart + signatureFault.offset,
                },
              ]),
        ]
      : [],
  };
}

function identityOf(raw: string, length: number) {
  return { raw, length, id: fingerprint(raw).toString(16).padStart(8, '0'), lastFour: raw.slice(-4) };
}

function oversized(beginning: string, length: number): Token {
  return {
    ...identityOf(beginning, length),
    form: 'oversized',
    segmentCount: 0,
    kind: 'unknown',
    header: null,
    payload: null,
    headerText: null,
    payloadText: null,
    signature: null,
    faults: [],
  };
}

function formOf(raw: string, segments: readonly string[]): TokenForm {
  if (raw.includes('~')) return 'sd-jwt';
  if (segments.length === 3) return 'jws';
  if (segments.length === 5) return 'jwe';
  return raw.startsWith('eyJ') && segments.length < 3 ? 'truncated' : 'opaque';
}

interface JsonPart {
  readonly text: string | null;
  readonly value: JsonObject | null;
  readonly faults: readonly TokenFault[];
}

function readJsonPart(segment: string, part: Part, start: number): JsonPart {
  const faults: TokenFault[] = [];
  const alphabet = scanBase64url(segment);
  if (alphabet !== null) faults.push({ ...alphabet, part, offset: start + alphabet.offset });
  const bytes = decodeLeniently(segment);
  if (bytes === null) return { text: null, value: null, faults };
  const text = decodeUtf8(bytes);
  if (text === null) {
    return { text: null, value: null, faults: [...faults, { code: 'utf-8', part, offset: 0, found: '' }] };
  }
  const jsonFaults = scanJsonObject(text);
  for (const fault of jsonFaults) faults.push({ ...fault, part });
  const readable = jsonFaults.every(({ code }) => code === 'duplicate-name');
  return { text, value: readable ? (JSON.parse(text) as JsonObject) : null, faults };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    // ignoreBOM keeps a byte order mark in the text, where the JSON scan names it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function kindOf(header: JsonObject | null, payload: JsonObject | null): TokenKind {
  const alg = own(header, 'alg');
  const iss = own(payload, 'iss');
  if (alg === 'HS512' && iss === 'mapsapi') return 'access';
  if (alg === 'ES256' || own(header, 'kid') !== undefined || isTenCharacterId(iss)) return 'auth';
  return 'unknown';
}

/** Team IDs and key IDs, as every sample has them: ten characters, capitals and digits. */
export function isTenCharacterId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z0-9]{10}$/.test(value);
}

/** A member of hostile JSON, never one of its prototype. */
export function own(object: JsonObject | null, name: string): unknown {
  return object !== null && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** FNV-1a, 32 bits, over UTF-16 units: the same token has the same face everywhere, with no secret in it. */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
