/** Reads TypeScript well enough to tell code from comments and texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');

export interface Source {
  /** From the root that was read, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The text without comments. */
  readonly plain: string;
  /** The text without comments and without what stands in quotes. */
  readonly code: string;
  /** What stands in quotes. */
  readonly strings: readonly string[];
  /** Templates, with a star in place of each gap. */
  readonly templates: readonly string[];
}

export function sourcesUnder(root: string, folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.tsx?$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((file) => ({
      path: relative(root, file).split(sep).join('/'),
      ...readSource(readFileSync(file, 'utf8')),
    }));
}

/** A pattern begins where a value may begin: after an operator, an opening bracket or a word such as `return`. */
const BEFORE_PATTERN = /(?:^|[(,=:[!&|?{};>+]|\breturn|\bcase|=>)\s*$/;

export function readSource(text: string): Omit<Source, 'path'> {
  const strings: string[] = [];
  const templates: string[] = [];
  let plain = '';
  let code = '';
  let at = 0;

  function keep(length: number): void {
    plain += text.slice(at, at + length);
    code += text.slice(at, at + length);
    at += length;
  }

  /** Skips what stands between two marks; it stays in `plain`, and `code` keeps the marks. */
  function quoted(end: number): string {
    const inside = text.slice(at + 1, end);
    plain += text.slice(at, end + 1);
    code += text.charAt(at) + text.charAt(end);
    at = end + 1;
    return inside;
  }

  function endOf(mark: string): number {
    let end = at + 1;
    let inClass = false;
    for (; end < text.length; end++) {
      const character = text.charAt(end);
      if (character === '\\') end++;
      else if (character === '\n') break;
      else if (mark === '/' && character === '[') inClass = true;
      else if (mark === '/' && character === ']') inClass = false;
      else if (character === mark && !inClass) break;
    }
    return end;
  }

  function template(): void {
    let words = '';
    keep(1);
    while (at < text.length && text.charAt(at) !== '`') {
      if (text.charAt(at) === '$' && text.charAt(at + 1) === '{') {
        words += '*';
        keep(2);
        block('}');
        keep(1);
      } else {
        const length = text.charAt(at) === '\\' ? 2 : 1;
        words += text.slice(at, at + length);
        plain += text.slice(at, at + length);
        at += length;
      }
    }
    keep(1);
    templates.push(words);
  }

  /** Reads code up to the closing bracket, or to the end. */
  function block(close: string): void {
    let depth = 0;
    while (at < text.length) {
      const character = text.charAt(at);
      if (character === close && depth === 0) return;
      if (close !== '' && character === '{') depth++;
      if (close !== '' && character === '}') depth--;
      if (text.startsWith('//', at)) {
        const end = text.indexOf('\n', at);
        at = end < 0 ? text.length : end;
      } else if (text.startsWith('/*', at)) {
        const end = text.indexOf('*/', at);
        at = end < 0 ? text.length : end + 2;
      } else if (character === "'" || character === '"') strings.push(quoted(endOf(character)));
      else if (character === '`') template();
      else if (character === '/' && BEFORE_PATTERN.test(code.slice(-20))) quoted(endOf('/'));
      else keep(1);
    }
  }

  block('');
  return { text, plain, code, strings, templates };
}

/** What a source imports, re-exports or loads. */
export function importsOf({ plain }: Pick<Source, 'plain'>): readonly string[] {
  const pattern =
    /\b(?:import|export)\b[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...plain.matchAll(pattern)].map(([, named, bare]) => named ?? bare ?? '');
}
