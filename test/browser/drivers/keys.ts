export interface Chord {
  readonly modifiers: readonly string[];
  readonly key: string;
}

/** `Control+Shift+f` → its modifiers and its key; a plus sign alone is a key. */
export function parseChord(text: string): Chord {
  const parts = text === '+' ? ['+'] : text.split('+');
  const key = parts.pop() || '+';
  return { modifiers: parts.filter((part) => part !== ''), key };
}
