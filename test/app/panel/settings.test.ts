import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS, HIDEABLE, WIDTHS } from '../../../src/app/panel/columns.ts';
import { CHIPS } from '../../../src/app/panel/filter.ts';
import { createPanel } from '../../../src/app/panel/panel.ts';
import {
  type Settings,
  SHARES,
  settingsFrom,
  settingsText,
  USUAL_SETTINGS,
  VIEWS,
} from '../../../src/app/panel/settings.ts';
import { GEOCODE, refused } from '../../fixtures/entries.ts';
import { panelPorts } from '../../fixtures/panel-ports.ts';
import { accessToken } from '../../fixtures/tokens.ts';

const share = fc.double({ min: SHARES.least, max: SHARES.most, noNaN: true });

const settings = fc.record({
  view: fc.constantFrom(...VIEWS),
  chip: fc.constantFrom(...CHIPS),
  sort: fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() }),
  columns: fc.record({
    hidden: fc.subarray([...HIDEABLE]),
    widths: fc.dictionary(fc.constantFrom(...COLUMNS), fc.integer({ min: WIDTHS.least, max: WIDTHS.most }), {
      noNullPrototype: true,
    }),
  }),
  split: fc.record({ beside: share, below: share }),
  hintRead: fc.boolean(),
}) as fc.Arbitrary<Settings>;

/** The usual record with another value at that path; `undefined` takes the name away. */
function saved(path: string, value: unknown): string {
  const record = JSON.parse(settingsText(USUAL_SETTINGS)) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce((within, name) => within[name] as Record<string, unknown>, record);
  holder[last] = value;
  return JSON.stringify(record);
}

describe('a record of settings', () => {
  test('gives back what was put into it', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        expect(settingsFrom(settingsText(chosen))).toEqual(chosen);
      }),
    );
  });

  test('that is not there gives the usual ones', () => {
    expect(settingsFrom(null)).toBe(USUAL_SETTINGS);
  });

  test.each<[string, string]>([
    ['of another version', saved('version', 2)],
    ['without a version', saved('version', undefined)],
    ['with a name too many', saved('more', 1)],
    ['with a name too many within', saved('split.more', 1)],
    ['that lacks a name', saved('split', undefined)],
    ['with an unknown view', saved('view', 'elsewhere')],
    ['with an unknown chip', saved('chip', 'toString')],
    ['with an unknown column', saved('sort.column', 'size')],
    ['that sorts by a text', saved('sort.descending', 'true')],
    ['that hides what a request is', saved('columns.hidden', ['what'])],
    ['that hides too much', saved('columns.hidden', Array(100).fill('time'))],
    ['with a column too narrow', saved('columns.widths.what', 27)],
    ['with a column too wide', saved('columns.widths.what', 601)],
    ['with half a pixel', saved('columns.widths.what', 99.5)],
    ['with a width for no column', saved('columns.widths.size', 99)],
    ['with too small a share', saved('split.beside', 14)],
    ['with too large a share', saved('split.below', 86)],
    ['with a share beyond all numbers', settingsText(USUAL_SETTINGS).replace('"below":38', '"below":1e999')],
    ['that is no record', '[]'],
    ['that is nothing', 'null'],
    ['that is no JSON', '{'],
  ])('%s counts as none', (_, text) => {
    expect(settingsFrom(text)).toBe(USUAL_SETTINGS);
  });

  test('is taken or passed over whole, whatever its text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json({ maxDepth: 2 })), (text) => {
        expect(settingsFrom(text)).toBe(USUAL_SETTINGS);
      }),
    );
  });

  test('of which any part was changed is sound again or counts as none', () => {
    fc.assert(
      fc.property(settings, fc.nat(), fc.nat(8), fc.string(), (chosen, at, length, instead) => {
        const text = settingsText(chosen);
        const from = at % text.length;
        const changed = settingsFrom(text.slice(0, from) + instead + text.slice(from + length));
        if (changed !== USUAL_SETTINGS) expect(settingsFrom(settingsText(changed))).toEqual(changed);
        expect(Object.keys(changed).sort()).toEqual(Object.keys(USUAL_SETTINGS).sort());
      }),
    );
  });
});

describe('the panel', () => {
  function start(savedSettings: string | null = null) {
    const texts: string[] = [];
    const panel = createPanel(panelPorts({ savedSettings, saveSettings: (text) => texts.push(text) }));
    return { panel, texts };
  }

  test('comes as it was left', () => {
    const chosen: Settings = {
      view: 'tokens',
      chip: 'refused',
      sort: { column: 'took', descending: true },
      columns: { hidden: ['says'], widths: { what: 200 } },
      split: { beside: 30, below: 60 },
      hintRead: true,
    };
    const { panel, texts } = start(settingsText(chosen));
    expect({
      view: panel.view.value,
      chip: panel.chip.value,
      sort: panel.sort.value,
      columns: panel.columns.value,
      split: panel.split.value,
      hintRead: panel.hintRead.value,
    }).toEqual(chosen);
    expect(texts).toEqual([]);
  });

  test('saves each choice', () => {
    const { panel, texts } = start();
    panel.view.value = 'inspect';
    panel.chip.value = 'tiles';
    panel.sort.value = { column: 'why', descending: false };
    panel.columns.value = { hidden: ['took'], widths: {} };
    panel.split.value = { beside: 20, below: 20 };
    panel.hintRead.value = true;
    expect(texts).toHaveLength(6);
    expect(settingsFrom(texts.at(-1) ?? null)).toEqual({
      view: 'inspect',
      chip: 'tiles',
      sort: { column: 'why', descending: false },
      columns: { hidden: ['took'], widths: {} },
      split: { beside: 20, below: 20 },
      hintRead: true,
    });
  });

  test('saves nothing of what was recorded, typed or chosen in the list', () => {
    const { panel, texts } = start();
    const token = accessToken();
    panel.apply({ type: 'entries', entries: [refused(GEOCODE, token, { id: 'secret-id' })] });
    panel.text.value = 'typed';
    panel.selectedId.value = 'secret-id';
    panel.tokenFilter.value = panel.selected.value?.token ?? null;
    panel.inspect.setText(token);
    expect(texts).toEqual([]);
    panel.hintRead.value = true;
    for (const part of [...token.split('.'), 'typed', 'secret-id', 'Berlin'])
      expect(texts.join()).not.toContain(part);
  });
});
