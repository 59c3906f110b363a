import { beforeEach, describe, expect, it } from 'vitest';
import { ALL_COLUMNS, layoutOf, toggled } from '../../src/app/panel/columns.ts';
import { createPanel, type Panel } from '../../src/app/panel/panel.ts';
import { ListHead } from '../../src/views/panel/list-head.tsx';
import { panelPorts } from '../fixtures/panel-ports.ts';
import { press } from './press.ts';
import { markup, missing, say, textOf } from './reader.tsx';

let panel: Panel;
beforeEach(() => {
  panel = createPanel(panelPorts());
});

const head = (width = 1200) => (
  <ListHead log={panel} layout={layoutOf(width, panel.columns.value)} panel={panel} />
);
const heads = (html: string) => html.split('<span role="columnheader"').slice(1);

describe('the heads of the columns', () => {
  it('name each column of the layout', () => {
    const html = markup(head());
    expect(heads(html).map((column) => textOf(`<span${column}`))).toEqual(
      (['time', 'what', 'says', 'status', 'token', 'why', 'took'] as const).map((column) =>
        say(`column_${column}`),
      ),
    );
    expect(heads(markup(head(320)))).toHaveLength(4);
  });

  it('have one stop for the Tab key, also where the time is left out', () => {
    for (const width of [1200, 320])
      expect(markup(head(width)).match(/class="sort" tabindex="0"/g)).toHaveLength(1);
  });

  it('say which one sorts, and how', () => {
    expect(markup(head()).match(/aria-sort/g)).toHaveLength(1);
    expect(markup(head())).toMatch(/class="time"[^>]* aria-sort="ascending"/);
    panel.sort.value = { column: 'took', descending: true };
    expect(markup(head())).toMatch(/class="took"[^>]* aria-sort="descending"/);
    expect(markup(head()).match(/aria-sort/g)).toHaveLength(1);
  });

  it('sort up, then down, then by time again', () => {
    const orders = [1, 2, 3].map(() => {
      press(head(), say('column_took'));
      return panel.sort.value;
    });
    expect(orders).toEqual([
      { column: 'took', descending: false },
      { column: 'took', descending: true },
      { column: 'time', descending: false },
    ]);
  });

  it('turn time round and back', () => {
    press(head(), say('column_time'));
    expect(panel.sort.value).toEqual({ column: 'time', descending: true });
    press(head(), say('column_time'));
    expect(panel.sort.value).toEqual({ column: 'time', descending: false });
  });

  it('begin upwards with another column', () => {
    panel.sort.value = { column: 'took', descending: true };
    press(head(), say('column_status'));
    expect(panel.sort.value).toEqual({ column: 'status', descending: false });
  });

  it('have an edge to draw but for the column that takes the rest', () => {
    const grips = heads(markup(head(640))).map((column) => column.includes('data-drawn'));
    expect(grips).toEqual(layoutOf(640, ALL_COLUMNS).columns.map((column) => column !== 'says'));
    panel.columns.value = toggled(toggled(ALL_COLUMNS, 'says'), 'why');
    expect(heads(markup(head(640)))[1]).not.toContain('data-drawn');
  });
});

it('finds every sentence that it asked for', () => {
  expect([...missing]).toEqual([]);
});
