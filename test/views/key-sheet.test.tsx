import { describe, expect, it } from 'vitest';
import { KeySheet } from '../../src/views/panel/key-sheet.tsx';
import { markup, missing, say, textOf } from './reader.tsx';

const sheet = markup(<KeySheet open onClose={() => {}} />);

describe('the sheet of keys', () => {
  it('is not in the document while it is closed', () => {
    expect(markup(<KeySheet open={false} onClose={() => {}} />)).toBe('');
  });

  it('has a name and a way to close it', () => {
    expect(sheet).toMatch(/^<dialog class="sheet" aria-labelledby="keys-title">/);
    expect(sheet).toContain(`<h2 id="keys-title" class="grow">${say('keys_title')}</h2>`);
    expect(sheet).toContain(`aria-label="${say('keys_sheet_close')}"`);
  });

  it.each([
    ['keys_search', '/ Ctrl+F'],
    ['keys_clear', 'Ctrl+L Ctrl+K'],
    ['keys_record', 'Ctrl+E'],
    ['keys_views', '1 2 3'],
    ['keys_copy', 'C'],
    ['keys_sheet', '?'],
    ['keys_move', '↑ ↓'],
    ['keys_fold', '→ ←'],
    ['keys_head_resize', 'Shift+← Shift+→'],
    ['keys_head_sort', 'Enter'],
    ['keys_compare', 'X'],
    ['keys_filter', 'F'],
  ] as const)('says for %s: %s', (id, keys) => {
    expect(textOf(sheet)).toContain(`${say(id)} ${keys}`);
  });

  it('names each thing once', () => {
    const things = [...sheet.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, thing]) => thing);
    expect(things.length).toBeGreaterThan(15);
    const twice = things.filter((thing, at) => things.indexOf(thing) !== at);
    expect(twice).toEqual([]);
  });
});

it('finds every sentence that it asked for', () => {
  expect([...missing]).toEqual([]);
});
