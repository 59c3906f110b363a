import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SOURCES } from '../../src/core/diagnosis/sources.ts';
import { CATALOGUE, cataloguePage } from './catalogue-page.ts';

it('the catalogue page says what the checks and the sentences say (else: npm run catalogue)', () => {
  expect(readFileSync(CATALOGUE, 'utf8')).toBe(cataloguePage());
});

it('the catalogue page has every finding, once', () => {
  const headings = [...cataloguePage().matchAll(/^### `(.+)`$/gm)].map(([, id]) => id);
  expect(headings.toSorted()).toEqual(Object.keys(SOURCES).toSorted());
});
