/** Two tokens, name by name. */
import { own, secondsOf, type Token } from '../../core/index.ts';

export type Difference = 'equal' | 'different' | 'only-first' | 'only-second';

export interface Compared {
  readonly part: 'kind' | 'text' | 'header' | 'payload' | 'signature';
  /** The member's name; empty for a part that is compared as a whole. */
  readonly name: string;
  /** Text as it is, other values as JSON; null where the token has none. */
  readonly first: string | null;
  readonly second: string | null;
  readonly is: Difference;
  /** Seconds from the first's to the second's, of what both have as a time; else null. */
  readonly apart: number | null;
}

export function compareTokens(first: Token, second: Token): readonly Compared[] {
  const kinds = compared('kind', '', first.kind, second.kind);
  // What has no parts is compared as a whole.
  if (!hasParts(first) || !hasParts(second)) return [kinds, compared('text', '', first.raw, second.raw)];
  return [
    kinds,
    ...comparePart('header', first, second),
    ...comparePart('payload', first, second),
    compared('signature', '', signatureOf(first), signatureOf(second)),
  ];
}

const TIMES = ['iat', 'exp', 'nbf'];

function comparePart(part: 'header' | 'payload', first: Token, second: Token): readonly Compared[] {
  const [ours, theirs] = [first[part], second[part]];
  const asWritten = compared(part, '', writtenAs(first, part), writtenAs(second, part));
  // What cannot be read is compared as it was written.
  if (ours === null || theirs === null) return [asWritten];
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  const members = Array.from(names, (name) => {
    const [a, b] = [own(ours, name), own(theirs, name)];
    const [from, to] = TIMES.includes(name) ? [secondsOf(a), secondsOf(b)] : [null, null];
    return {
      ...compared(part, name, asText(a), asText(b), typeof a === typeof b),
      apart: from !== null && to !== null ? to - from : null,
    };
  });
  const alike = members.every(({ is }) => is === 'equal');
  // The order of names, white space and names that stand twice change the signed text and no value.
  return alike && asWritten.is !== 'equal' ? [...members, asWritten] : members;
}

function compared(
  part: Compared['part'],
  name: string,
  first: string | null,
  second: string | null,
  alike = true,
): Compared {
  return { part, name, first, second, is: differenceOf(first, second, alike), apart: null };
}

function differenceOf(first: string | null, second: string | null, alike: boolean): Difference {
  if (first === second && alike) return 'equal';
  if (second === null) return 'only-first';
  return first === null ? 'only-second' : 'different';
}

function asText(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function writtenAs(token: Token, part: 'header' | 'payload'): string | null {
  const segment = token.raw.split('.')[part === 'header' ? 0 : 1];
  return (part === 'header' ? token.headerText : token.payloadText) ?? segment ?? null;
}

function hasParts({ form }: Token): boolean {
  return form === 'jws' || form === 'truncated';
}

function signatureOf({ form, raw }: Token): string | null {
  const third = form === 'jws' ? raw.split('.')[2] : undefined;
  return third === undefined || third === '' ? null : third;
}

/** What two texts begin and end with alike, and what stands between. */
export interface Apart {
  readonly head: string;
  readonly first: string;
  readonly second: string;
  readonly tail: string;
}

export function takeApart(first: string, second: string): Apart {
  const [a, b] = [[...first], [...second]];
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return {
    head: a.slice(0, head).join(''),
    first: a.slice(head, a.length - tail).join(''),
    second: b.slice(head, b.length - tail).join(''),
    tail: tail === 0 ? '' : a.slice(-tail).join(''),
  };
}
