import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signAccessToken, signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, View } from './drivers/driver.ts';
import { rowCount, rows, search, waitForRows } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const TOKEN = 'https://maps-api.apple.com/v1/token';
const GEOCODE = 'https://maps-api.apple.com/v1/geocode';
const BOOTSTRAP = 'https://cdn.apple-mapkit.com/ma/bootstrap?apiVersion=2&mkjsVersion=5.79.0&poi=1';

/** How many of that many requests are sure to arrive: Firefox's devtools may lose one or another. */
const sure = (count: number) => Math.floor(count * 0.8);

interface Stood {
  readonly top: number;
  readonly atEnd: boolean;
  /** The address of the first row that is whole in view. */
  readonly first: string;
}

/** Where the list stands. */
function stand(panel: View): Promise<Stood> {
  return panel.evaluate((w) => {
    const grid = w.document.querySelector<HTMLElement>('.grid');
    if (grid === null) throw new Error('no list');
    const head = grid.querySelector('.heads')?.getBoundingClientRect().bottom ?? 0;
    const first = [...grid.querySelectorAll<HTMLElement>('.rows > .row')]
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .find((row) => row.getBoundingClientRect().top >= head - 1);
    return {
      top: grid.scrollTop,
      atEnd: grid.scrollHeight - grid.scrollTop - grid.clientHeight < 2,
      first: first?.querySelector('.says')?.textContent ?? '',
    };
  });
}

/** Scrolls, and waits until the list has heard of it. */
function scrollTo(panel: View, top: number): Promise<void> {
  return panel.evaluate(
    (w, top) =>
      new Promise((resolve) => {
        const grid = w.document.querySelector('.grid');
        if (grid === null) throw new Error('no list');
        grid.scrollTop = top;
        w.requestAnimationFrame(() => w.setTimeout(resolve));
      }),
    top,
  );
}

const FIXED = [
  '.bar[role="toolbar"]',
  '.find',
  '.views [data-tab="tokens"]',
  '.filter:last-child',
  '.heads',
  '.head > .took',
  '.row[aria-selected="true"]',
  '.foot',
  '.foot > .quiet',
];

/** Where everything is drawn that must not move. */
function places(panel: View): Promise<readonly string[]> {
  return panel.evaluate(
    (w, fixed) =>
      fixed.map((selector) => {
        const { x, y } = w.document.querySelector(selector)?.getBoundingClientRect() ?? { x: 'none', y: '' };
        return `${selector} ${x} ${y}`;
      }),
    FIXED,
  );
}

type Shaken = Window & { shifts?: string[] };

/** From here on Chromium writes down what it saw move. */
function watchShifts(panel: View): Promise<void> {
  return panel.evaluate((w) => {
    const shifts: string[] = [];
    (w as Shaken).shifts = shifts;
    interface Shift extends PerformanceEntry {
      readonly sources: readonly {
        readonly node: Node | null;
        readonly previousRect: DOMRect;
        readonly currentRect: DOMRect;
      }[];
    }
    new w.PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as Shift[])
        for (const { node, previousRect: a, currentRect: b } of sources) {
          const element = node instanceof w.Element ? node : node?.parentElement;
          shifts.push(`${element?.tagName}.${element?.className} ${a.x},${a.y} to ${b.x},${b.y}`);
        }
    }).observe({ type: 'layout-shift' });
  });
}

describe.each(BROWSERS)('the list in %s', (browserName) => {
  let stage: Stage;
  let tab: Tab;
  let devtools: Devtools;
  let panel: View;

  beforeAll(async () => {
    stage = await openStage(browserName);
    tab = await stage.browser.newTab(BLANK);
    devtools = await tab.openDevtools();
    panel = await devtools.panel();
    await devtools.resize(1400, 420);
  });
  afterAll(async () => {
    await devtools?.close();
    await stage?.close();
  });

  const ask = (mark: string) =>
    send(tab, 'fetch', `${GEOCODE}?q=${mark}`, bearer(signAccessToken(stage.standIn.accessSecret)));
  async function askMany(count: number, name: string): Promise<void> {
    const before = await rowCount(panel);
    for (let n = 0; n < count; n++) await ask(`${name}${n}`);
    await panel.waitFor(
      'the rows',
      (w, least) =>
        Number(w.document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')) > least || null,
      before + sure(count),
    );
    // Those that come late come now.
    await panel.evaluate((w) => new Promise((resolve) => w.setTimeout(resolve, 300)));
  }

  it('follows its end, lets go where the user scrolls up, and catches on at the end', async () => {
    await askMany(24, 'a');
    expect(await stand(panel)).toMatchObject({ atEnd: true });

    await scrollTo(panel, 66);
    const read = await stand(panel);
    expect(read).toMatchObject({ top: 66, atEnd: false });
    await askMany(5, 'b');
    expect(await stand(panel)).toEqual(read);

    await scrollTo(panel, 1e6);
    await askMany(5, 'c');
    expect(await stand(panel)).toMatchObject({ atEnd: true });
  });

  it('leaves the chosen row where it is, and everything else, while fifty rows come in', async () => {
    await panel.click('[data-action="clear"]');
    await waitForRows(panel, 0);
    // Every count gets a digit more meanwhile.
    await askMany(8, 'd');
    await panel.click('.row[aria-rowindex="5"] > .what');
    await panel.waitFor('the details', (w) => w.document.querySelector('.details'));
    const before = await places(panel);
    const read = await stand(panel);
    if (browserName === 'chromium') await watchShifts(panel);
    await askMany(50, 'e');
    expect(await places(panel)).toEqual(before);
    expect(await stand(panel)).toEqual({ ...read, atEnd: false });
    if (browserName === 'chromium') expect(await panel.evaluate((w) => (w as Shaken).shifts)).toEqual([]);
    await panel.click('.details [data-action="close"]');
  });

  describe('of a few requests', () => {
    beforeAll(async () => {
      await panel.click('[data-action="clear"]');
      await waitForRows(panel, 0);
      await devtools.resize(1400, 900);
      const auth = signAuthToken(stage.key);
      const access = signAccessToken(stage.standIn.accessSecret);
      const ended = signAuthToken(stage.key, { iat: 1_699_999_000, exp: 1_700_000_000 });
      const few: readonly (readonly [string, string])[] = [
        [`${GEOCODE}?q=Town`, access],
        [BOOTSTRAP, auth],
        [`${TOKEN}?q=ended`, ended],
        [`${GEOCODE}?q=Bakery`, auth],
        [`${TOKEN}?q=sound`, auth],
        [`${GEOCODE}?q=Abbey`, access],
      ];
      // One that took longer than the others.
      stage.standIn.tell({
        match: { path: '/v1/geocode', method: 'GET' },
        answer: { kind: 'delay', ms: 80 },
      });
      // One by one, so that none is lost: each is waited for, and sent again if need be.
      for (const [at, [url, token]] of few.entries())
        for (let attempt = 0; (await rowCount(panel)) <= at; attempt++) {
          expect(attempt).toBeLessThan(4);
          await send(tab, 'fetch', url, bearer(token));
          await panel
            .waitFor(
              'its row',
              (w, at) =>
                Number(w.document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')) > at + 1 ||
                null,
              at,
            )
            .catch(() => {});
        }
      await waitForRows(panel, few.length);
    });

    const cells = (column: string) =>
      panel.evaluate((w, column) => {
        const all = [...w.document.querySelectorAll<HTMLElement>('.rows > .row')];
        const order = all.sort(
          (a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')),
        );
        return order.map((row) => row.querySelector(`:scope > .${column}`)?.textContent ?? '');
      }, column);
    const sortBy = async (column: string, direction: string) => {
      await panel.click(`.head > .${column} > .sort`);
      const of = direction === 'none' ? 'time' : column;
      const wanted = direction === 'none' ? 'ascending' : direction;
      await panel.waitFor(
        `${of} ${wanted}`,
        (w, of, wanted) =>
          w.document.querySelector(`.head > .${of}`)?.getAttribute('aria-sort') === wanted || null,
        of,
        wanted,
      );
    };
    /** Nothing is shown of what took less than one. */
    const milliseconds = (text: string) => Number.parseFloat(text || '0') * (text.endsWith('ms') ? 1 : 1000);

    it.each<[string, (a: string, b: string) => number]>([
      ['what', (a, b) => a.localeCompare(b)],
      ['says', (a, b) => (a < b ? -1 : a > b ? 1 : 0)],
      ['status', (a, b) => Number(a) - Number(b)],
      ['took', (a, b) => milliseconds(a) - milliseconds(b)],
      // What was refused first, each cause together.
      ['why', (a, b) => Number(a === '') - Number(b === '')],
      // Each kind together.
      ['token', (a, b) => Number(b.includes('auth')) - Number(a.includes('auth'))],
    ])('sorts by %s, and back', async (column, compare) => {
      const byTime = await cells('says');
      await sortBy(column, 'ascending');
      const up = await cells(column);
      const sorted = [...up].sort(compare);
      if (column === 'token')
        expect([sorted, [...sorted].reverse()].map((texts) => texts.map(kindOf))).toContainEqual(
          up.map(kindOf),
        );
      else expect(up).toEqual(sorted);
      await sortBy(column, 'descending');
      const down = await cells(column);
      expect(down.map((text) => compare(text, up[0] ?? ''))).not.toEqual(
        up.map((text) => compare(text, up[0] ?? '')),
      );
      await sortBy(column, 'none');
      expect(await cells('says')).toEqual(byTime);
    });

    it('sorts by time, newest first', async () => {
      const byTime = await cells('says');
      await sortBy('time', 'descending');
      expect(await cells('says')).toEqual([...byTime].reverse());
      await sortBy('time', 'none');
      expect(await cells('says')).toEqual(byTime);
    });

    it('finds words, what lacks a word, and expressions', async () => {
      expect((await search(panel, 'geocode', 3)).map(({ what }) => what)).toEqual([
        'Geocode',
        'Geocode',
        'Geocode',
      ]);
      expect((await search(panel, '-geocode', 3)).map(({ what }) => what)).not.toContain('Geocode');
      expect((await search(panel, '/q=(town|ABBEY)$/', 2)).map(({ what }) => what)).toEqual([
        'Geocode',
        'Geocode',
      ]);
      expect((await search(panel, '-/q=/', 1)).map(({ what }) => what)).toEqual(['Bootstrap']);
      expect((await search(panel, 'geocode -401', 2)).map(({ status }) => status)).toEqual(['200', '200']);
    });

    it('says that an expression is broken, and hides nothing for it', async () => {
      await search(panel, 'geocode', 3);
      await search(panel, '/(/', 6);
      const fault = await panel.waitFor(
        'the fault',
        (w) => w.document.querySelector('#find-fault')?.textContent || null,
      );
      expect(fault).toContain('/(/ is no regular expression and hides nothing: ');
      expect(
        await panel.evaluate((w) =>
          w.document.querySelector('input[type="search"]')?.getAttribute('aria-invalid'),
        ),
      ).toBe('true');
      await panel.press('Escape');
      await panel.waitFor('no fault', (w) => w.document.querySelector('#find-fault')?.textContent === '');
    });

    it('shows the requests of one token alone, and all of them again', async () => {
      await panel.click('.views [data-tab="tokens"]');
      await panel.click('.leaf[aria-level="1"]');
      const lastFour = await panel.waitFor(
        'its end',
        (w) => w.document.querySelector('.leaf[aria-selected="true"] .chip')?.textContent?.slice(-4) || null,
      );
      await panel.press('f');
      await panel.waitFor('the one token', (w) => w.document.querySelector('.only'));
      const listed = await rows(panel);
      expect(listed.length).toBeGreaterThan(0);
      expect(listed.length).toBeLessThan(6);
      for (const { token } of listed) expect(token).toContain(lastFour);
      await panel.click('[data-action="all-tokens"]');
      await waitForRows(panel, 6);
    });

    it.each([
      [1400, 'time what says status token why took'],
      [900, 'time what says status token took'],
      [560, 'time what says status token'],
      [360, 'what says status token'],
    ])('has the columns that have room at %i px', async (width, columns) => {
      await devtools.resize(width);
      await panel.waitFor(
        'the columns',
        (w, columns) => {
          const shown = [...w.document.querySelectorAll('.head > [role="columnheader"]')].map(
            ({ className }) => className,
          );
          if (shown.join(' ') === columns) return true;
          throw new Error(`${w.innerWidth} px: ${shown.join(' ')}`);
        },
        columns,
      );
      // Whatever had to go: what it is, how it ended, why, and with which token.
      const [refused] = await search(panel, 'q=ended', 1);
      expect(refused).toMatchObject({ what: 'Token exchange', status: '401', mark: 'refused' });
      expect(refused?.cause).not.toBe('');
      expect(
        await panel.evaluate((w) => w.document.documentElement.scrollWidth - w.innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  });
});

const kindOf = (token: string) => (token.includes('auth') ? 'auth' : 'access');
