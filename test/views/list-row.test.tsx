import { describe, expect, it } from 'vitest';
import { ALL_COLUMNS, layoutOf, toggled } from '../../src/app/panel/columns.ts';
import type { Line } from '../../src/app/panel/lines.ts';
import { createRowMaker } from '../../src/app/panel/rows.ts';
import type { Entry } from '../../src/core/index.ts';
import { ListRow } from '../../src/views/panel/list-row.tsx';
import { accessToken, authToken, BOOTSTRAP, entry, GEOCODE, HOSTILE, REFUSAL } from './entries.ts';
import { at, markup, missing, say, textOf } from './reader.tsx';

const WIDE = layoutOf(1200, ALL_COLUMNS);
const NARROW = layoutOf(640, ALL_COLUMNS);

function lineOf(told: Entry, ...others: readonly Entry[]): Line {
  const makeRow = createRowMaker();
  return { row: makeRow(told), repeats: others.map((other) => makeRow(other)), level: 1 };
}

interface Look {
  readonly layout?: typeof WIDE;
  readonly open?: boolean;
  readonly selected?: boolean;
}

function draw(line: Line, { layout = WIDE, open = false, selected = false }: Look = {}): string {
  return markup(
    <ListRow line={line} index={3} layout={layout} open={open} selected={selected} isStop={false} />,
  );
}

const cells = (html: string) =>
  Object.fromEntries(
    html
      .split(/<span(?=[^>]* role="gridcell"| role="gridcell")/)
      .slice(1)
      .map((cell) => [/class="(?:chip )?(\w+)"/.exec(cell)?.[1] ?? '', textOf(`<span${cell}`)]),
  );

const refusal = (id = 'first') =>
  entry({ id, url: GEOCODE, status: 401, answer: REFUSAL, token: authToken() });

describe('a row', () => {
  it('has a cell for each column, in its order', () => {
    const refused = lineOf(entry({ url: GEOCODE, status: 401, answer: REFUSAL }));
    expect(Object.keys(cells(draw(refused, { layout: WIDE })))).toEqual(WIDE.columns);
    const sound = lineOf(entry({ url: GEOCODE, token: accessToken() }));
    expect(Object.keys(cells(draw(sound, { layout: NARROW })))).toEqual(NARROW.columns);
  });

  it('tells its place, and whether it is chosen', () => {
    const html = draw(lineOf(entry()), { selected: true });
    expect(html).toContain('aria-rowindex="5"');
    expect(html).toMatch(/aria-selected(="true")?[ >]/);
    expect(html).toContain('top:66px');
    expect(draw(lineOf(entry()))).toContain('aria-selected="false"');
  });

  it('has milliseconds only where the time has room for them', () => {
    const line = lineOf(entry({ startedAt: at(9, 5, 12, 331) }));
    expect(cells(draw(line)).time).toBe('09:05:12.331');
    expect(cells(draw(line, { layout: NARROW })).time).toBe('09:05:12');
  });

  it('shows details and cause each in its column where there is room', () => {
    const row = cells(draw(lineOf(refusal())));
    expect(row.says).toBe('q=1 Main St');
    expect(row.why).toBe('Auth token sent to Geocode');
  });

  it('shows the cause in place of the details where there is not', () => {
    expect(textOf(draw(lineOf(refusal()), { layout: NARROW }))).toContain('Auth token sent to Geocode');
    expect(textOf(draw(lineOf(refusal()), { layout: NARROW }))).not.toContain('q=1 Main St');
    const sound = draw(lineOf(entry({ url: GEOCODE, token: accessToken() })), { layout: NARROW });
    expect(cells(sound).says).toBe('q=1 Main St');
  });

  it('has no cell for the cause of a sound request', () => {
    const layout = layoutOf(640, toggled(ALL_COLUMNS, 'says'));
    const html = draw(lineOf(entry({ url: GEOCODE, token: accessToken() })), { layout });
    expect(cells(html).why).toBeUndefined();
  });

  it('says in words what its mark stands for', () => {
    expect(draw(lineOf(refusal()))).toContain(`aria-description="${say('mark_refused')}"`);
    const sound = draw(lineOf(entry({ url: GEOCODE, token: accessToken() })));
    expect(sound).not.toContain('aria-description');
    expect(sound).not.toContain('data-is');
  });

  it('stays text, whatever stands in it', () => {
    const url = `https://maps-api.apple.com/v1/geocode?q=${encodeURIComponent(HOSTILE)}`;
    const html = draw(lineOf(entry({ url, token: accessToken() })));
    expect(html).not.toContain('<img');
    expect(textOf(html)).toContain(`q=${HOSTILE}`);
  });
});

describe('tries of the same', () => {
  const tries = lineOf(refusal('1'), refusal('2'), refusal('3'));

  it('are counted on a button that names them and is no stop for the Tab key', () => {
    const html = draw(tries);
    const button = /<button[^>]*class="again"[^>]*>/.exec(html)?.[0] ?? '';
    expect(cells(html).what).toBe('Geocode ×3');
    expect(button).toContain('aria-label="3 tries of the same"');
    expect(button).toContain('title="3 tries of the same"');
    expect(button).toContain('aria-expanded="false"');
    expect(button).toContain('tabindex="-1"');
  });

  it('are said to be open where they are', () => {
    expect(draw(tries, { open: true })).toMatch(/class="again"[^>]*aria-expanded(="true")?[ >]/);
    expect(draw(tries, { open: true })).not.toContain('aria-expanded="false"');
  });

  it('have no button where there is one', () => {
    expect(draw(lineOf(refusal()))).not.toContain('<button');
  });

  it('stand one level below their first', () => {
    expect(draw({ ...lineOf(refusal()), level: 2 })).toContain('data-level="2"');
    expect(draw(lineOf(refusal()))).not.toContain('data-level');
  });
});

describe('the cell of the token', () => {
  it.each([
    ['its chip', entry({ url: GEOCODE, token: accessToken() }), 'access'],
    ['that it is missing where one is needed', entry({ url: GEOCODE, token: null }), 'none'],
    ['nothing where none is needed', entry({ url: `${BOOTSTRAP.split('/ma/')[0]}/x.js`, token: null }), ''],
  ] as const)('has %s', (_, told, words) => {
    const { token = '?' } = cells(draw(lineOf(told)));
    if (words === '') expect(token).toBe('');
    else expect(token).toContain(words);
  });
});

it('finds every sentence that it asked for', () => {
  expect([...missing]).toEqual([]);
});
