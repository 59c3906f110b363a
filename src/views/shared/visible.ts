/**
 * Characters that a reader cannot see, or that change how others are drawn: controls, bidi marks, zero-width ones,
 * spaces other than the common one, private and unassigned ones, and letters that are blank.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked for alone.
  /(?:(?! )[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}])+/gu;

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export interface Run {
  readonly text: string;
  /** True where `text` spells characters that would not be seen. */
  readonly spelt: boolean;
}

/** @param keep characters that are drawn as they are, though unseen (the line breaks of a text of many lines) */
export function runsOf(text: string, keep = ''): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(UNSEEN)) {
    if (keep !== '' && [...found].every((character) => keep.includes(character))) continue;
    if (index > at) runs.push({ text: text.slice(at, index), spelt: false });
    runs.push({ text: spell(found, keep), spelt: true });
    at = index + found.length;
  }
  if (at < text.length) runs.push({ text: text.slice(at), spelt: false });
  return runs;
}

/** The same as one plain text, for titles and accessible names. Foreign direction stays within it. */
export function visible(text: string): string {
  const seen = text.replace(UNSEEN, (found) => spell(found, ''));
  return RIGHT_TO_LEFT.test(seen) ? `\u2068${seen}\u2069` : seen;
}

function spell(characters: string, keep: string): string {
  return Array.from(characters, (character) =>
    keep.includes(character) && character !== ''
      ? character
      : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  ).join('');
}

/** Cuts a long text in its middle, where names differ least. */
export function cutMiddle(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = Math.floor((length - 1) / 3);
  return `${text.slice(0, length - 1 - end)}…${text.slice(-end)}`;
}

/** A secret as it may be shown: its first 16 and last 4 characters. */
export function cutSecret(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 16)}…${text.slice(-4)}`;
}
