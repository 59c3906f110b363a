/**
 * Reads an Authorization header value (RFC 9110 §11.6.2, RFC 6750 §2.1): the token in it, and what is wrong with the
 * way it was put there. The token is found even where the form is broken, so that it can still be judged.
 */

export type BearerFault =
  | { readonly code: 'scheme'; readonly found: string; readonly why: 'other' | 'missing' | 'twice' }
  | { readonly code: 'no-space'; readonly found: string }
  | { readonly code: 'placeholder'; readonly found: string }
  | { readonly code: 'stray-characters'; readonly found: string; readonly offset: number };

export interface Bearer {
  /** The token's text, empty where there is none. */
  readonly token: string;
  readonly fault: BearerFault | null;
}

const PLACEHOLDER =
  /^(?:undefined|null|nan|none|false|true|token|\[object \w+\]|<(?!eyJ)[^>]*>|\$\{[^}]*\}|\{\{?[^}]*\}?\}|\$\w+|%\w+%|your[\w -]*|)$/i;

export function readBearer(value: string): Bearer {
  const text = trimmed(value);
  const scheme = /^bearer(?=\s|$)/i.exec(text)?.[0];
  if (scheme === undefined) return withoutScheme(text);
  const rest = trimmed(text.slice(scheme.length));
  const again = /(?:^|,\s*)bearer(?:\s+|$)/i.exec(rest);
  if (again !== null) {
    return {
      token: again.index === 0 ? rest.slice(again[0].length) : rest.slice(0, again.index),
      fault: { code: 'scheme', found: scheme, why: 'twice' },
    };
  }
  if (isPlaceholder(rest)) return { token: '', fault: { code: 'placeholder', found: rest } };
  return withoutStrayCharacters(rest);
}

/** Without the white space that HTTP takes away (RFC 9110 §5.5). A no-break space is none: it reaches Apple. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && HTTP_SPACE.includes(text.charAt(start))) start++;
  while (start < end && HTTP_SPACE.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const HTTP_SPACE = ' \t\r\n';

/** Whether a text stands where a token should be: the name of a variable, a template's gap, nothing at all. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.replace(/^["']|["']$/g, ''));
}

function withoutScheme(text: string): Bearer {
  const glued = /^bearer[:=]?(?=\S)/i.exec(text)?.[0];
  if (glued !== undefined && looksLikeToken(text.slice(glued.length))) {
    return { token: text.slice(glued.length).trim(), fault: { code: 'no-space', found: glued } };
  }
  const space = text.search(/\s/);
  if (space < 0 && isPlaceholder(text)) return { token: '', fault: { code: 'placeholder', found: text } };
  if (space < 0 || looksLikeToken(text))
    return { token: text, fault: { code: 'scheme', found: '', why: 'missing' } };
  return { token: '', fault: { code: 'scheme', found: text.slice(0, space), why: 'other' } };
}

function looksLikeToken(text: string): boolean {
  return /^["']?eyJ|^["']?[\w-]+\.[\w-]+\./.test(text);
}

/** What copying, templates and escaping leave around a token. */
const WRAPPING = [
  '"',
  "'",
  '`',
  ',',
  ';',
  '<',
  '>',
  ' ',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\t',
  '\r',
  '\n',
  '\\n',
  '%0A',
  '%0a',
  '%0D',
  '%0d',
  '%20',
  '%22',
];

function withoutStrayCharacters(text: string): Bearer {
  let start = 0;
  let end = text.length;
  for (
    let found = WRAPPING.find((stray) => text.startsWith(stray, start));
    found !== undefined && start < end;
  ) {
    start += found.length;
    found = WRAPPING.find((stray) => text.startsWith(stray, start));
  }
  for (
    let found = WRAPPING.find((stray) => text.endsWith(stray, end));
    found !== undefined && start < end;
  ) {
    end -= found.length;
    found = WRAPPING.find((stray) => text.endsWith(stray, end));
  }
  const token = text.slice(start, Math.max(start, end));
  if (start > 0)
    return { token, fault: { code: 'stray-characters', found: text.slice(0, start), offset: 0 } };
  if (end < text.length)
    return { token, fault: { code: 'stray-characters', found: text.slice(end), offset: end } };
  const inside = token.search(/\s/);
  if (inside < 0) return { token, fault: null };
  return { token, fault: { code: 'stray-characters', found: token.charAt(inside), offset: inside } };
}
