/**
 * The strict reading of base64url that RFC 7515 §2 asks for: no padding, no white space, no `+` or `/`, no unused
 * bits. Decoders (jose's and the browsers') take all of these in silence, so they are looked for before decoding.
 */
import { base64url } from 'jose';

export type AlphabetFaultCode =
  | 'padding'
  | 'standard-alphabet'
  | 'white-space'
  | 'character'
  | 'length'
  | 'trailing-bits';

export interface AlphabetFault {
  readonly code: AlphabetFaultCode;
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly found: string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The first departure from base64url, or null for sound text. Linear in the length. */
export function scanBase64url(text: string): AlphabetFault | null {
  const offset = text.search(/[^\w-]/);
  if (offset >= 0) {
    const found = text.charAt(offset);
    return { code: foreignCharacter(found), offset, found };
  }
  if (text.length % 4 === 1) return { code: 'length', offset: text.length, found: '' };
  const unusedBits = [0, 0, 4, 2][text.length % 4] ?? 0;
  const last = text.charAt(text.length - 1);
  if (unusedBits > 0 && (ALPHABET.indexOf(last) & ((1 << unusedBits) - 1)) !== 0) {
    return { code: 'trailing-bits', offset: text.length - 1, found: last };
  }
  return null;
}

function foreignCharacter(character: string): AlphabetFaultCode {
  if (character === '=') return 'padding';
  if (character === '+' || character === '/') return 'standard-alphabet';
  return /\s/.test(character) ? 'white-space' : 'character';
}

/** Decodes what can be read, forgiving what `scanBase64url` names; null where nothing can be read. */
export function decodeLeniently(text: string): Uint8Array | null {
  const tidy = text.replace(/[\s=]/g, '').replaceAll('+', '-').replaceAll('/', '_');
  if (/[^\w-]/.test(tidy) || tidy.length % 4 === 1) return null;
  try {
    return base64url.decode(tidy);
  } catch {
    return null;
  }
}
