import { existsSync, readFileSync } from 'node:fs';

/** Whether a file of the profile holds the text, as browsers write text. One that is gone by now holds nothing. */
export function holds(file: string, text: string): boolean {
  if (!existsSync(file)) return false;
  const bytes = readFileSync(file);
  return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
}
