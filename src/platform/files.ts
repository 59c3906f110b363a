/** Reads what the user chose or dropped. The browser tells of no path, and nothing is kept. */
import type { ReadText } from '../app/ports.ts';

export const readText: ReadText = (file) => file.text();
