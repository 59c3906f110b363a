/** The catalogue of sentences against the sources that name them. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { CHECKS } from '../../src/core/checks/index.ts';

const sentences: Readonly<Record<string, { readonly message: string }>> = messages;
const ids = Object.keys(sentences);

const source = resolve(import.meta.dirname, '../../src');

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
);
const text = files.map((name) => readFileSync(resolve(source, name), 'utf8')).join('\n');

describe('messages.json', () => {
  it('has names that browsers take, no two of which differ in case alone', () => {
    for (const id of ids) expect(id).toMatch(/^\w+$/);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
  });

  it('has no empty sentence, no mark that browsers replace, and whole pairs of gaps and backticks', () => {
    for (const [id, { message }] of Object.entries(sentences)) {
      expect(message.trim(), id).not.toBe('');
      expect(message, id).not.toMatch(/\$/);
      expect(message.split('`').length % 2, id).toBe(1);
    }
  });

  it.each(['please', 'oops', 'invalid', 'sorry', 'you forgot'])('never says “%s”', (word) => {
    const said = Object.entries(sentences).filter(([, { message }]) =>
      new RegExp(`\\b${word}\\b`, 'i').test(message),
    );
    expect(said.map(([id]) => id)).toEqual([]);
  });

  it('has a title, a row, an explanation and a remedy for every finding', () => {
    const stems = ids.filter((id) => /^finding_\w+_title$/.test(id)).map((id) => id.replace(/_title$/, ''));
    expect(stems.length).toBeGreaterThan(60);
    for (const stem of stems)
      for (const part of ['row', 'explanation', 'remedy']) expect(ids).toContain(`${stem}_${part}`);
  });

  it('has sentences for every check', () => {
    for (const { id } of CHECKS) {
      const stem = `finding_${id.replaceAll('-', '_')}_`;
      expect(
        ids.some((name) => name.startsWith(stem) && name.endsWith('_title')),
        id,
      ).toBe(true);
    }
  });

  it('has no sentence that nothing asks for', () => {
    // What is put together from a name and a stem is named in the sources by its stem alone.
    const stems = [...text.matchAll(/`(\w+_)\$\{/g)].map(([, stem]) => stem ?? '');
    const built = ['finding_', 'evidence_', 'extension_', 'column_', 'tab_', ...stems];
    const named = (id: string) => text.includes(`'${id}'`) || text.includes(`"${id}"`);
    const unused = ids.filter(
      (id) =>
        // A sentence with forms is named by its stem.
        !named(id) && !named(id.replace(/_(?:one|other)$/, '')) && !built.some((stem) => id.startsWith(stem)),
    );
    expect(unused).toEqual([]);
  });
});
