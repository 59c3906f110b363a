/** The panel in Chromium, beside the floor: two browsers, one load, in turn. */
import type { View } from '../browser/drivers/driver.ts';
import { details } from '../browser/panel-page.ts';
import { type StandIn, signAuthToken, type TeamKey } from '../stand-in/index.ts';
import { countersAfter, miscounted, sendBurst } from './burst.ts';
import { countersOf, documentSize } from './counters.ts';
import { costOfIdling, costPerRequest } from './cpu.ts';
import { atMost, atMostAbove, atMostTimes, type Figure, seen } from './figure.ts';
import { answersToRows, strokesToLists } from './latency.ts';
import { makeTokens, sendElsewhere, sendToApple, type Tokens } from './load.ts';
import { type Opening, openPopup, storeCredential } from './popup.ts';
import type { Scale } from './scale.ts';
import { FLOOR, launchBrowser, pause, type Seat, type Seats, settle, takeSeat } from './seat.ts';
import { median, percentile, steadyPercentile } from './statistics.ts';
import { installWatch, keysSoFar } from './watch.ts';

type Say = (progress: string) => void;

const MB = 1_000_000;
/** Two frames. */
const FRAMES = 33;
const HEAP = 40;
const ELEMENTS = 400;

export async function chromiumFigures(
  extension: string,
  standIn: StandIn,
  key: TeamKey,
  scale: Scale,
  say: Say,
): Promise<readonly Figure[]> {
  const browsers = {
    meridian: await launchBrowser('chromium', extension, standIn),
    floor: await launchBrowser('chromium', FLOOR, standIn),
  };
  try {
    const seats = {
      meridian: await takeSeat(browsers.meridian, 'meridian'),
      floor: await takeSeat(browsers.floor, 'floor'),
    };
    await installWatch(seats.meridian.panel, 'meridian');
    await installWatch(seats.floor.panel, 'floor');
    const tokens = makeTokens(key, standIn);
    const run = { seats, tokens, scale, say };
    const figures = [
      ...(await popupFigures(seats, scale, signAuthToken(key), say)),
      ...(await logFigures(run)),
      ...(await burstFigures(run)),
    ];
    const uncaught = await browsers.meridian.uncaught();
    if (uncaught.length > 0) throw new Error(`In the extension: ${uncaught.join('\n')}`);
    return figures;
  } finally {
    await browsers.meridian.close();
    await browsers.floor.close();
  }
}

async function heapOf({ gauge }: Seat): Promise<number> {
  return ((await gauge.heap()) ?? Number.NaN) / MB;
}

interface Run {
  readonly seats: Seats;
  readonly tokens: Tokens;
  readonly scale: Scale;
  readonly say: Say;
}

async function popupFigures(seats: Seats, scale: Scale, token: string, say: Say): Promise<readonly Figure[]> {
  say('opening popups');
  await storeCredential(seats.meridian, token);
  await openPopup(seats.floor, 'button');
  const meridian: Opening[] = [];
  const floor: Opening[] = [];
  for (let nth = 0; nth < scale.popups; nth++) {
    floor.push(await openPopup(seats.floor, 'button'));
    meridian.push(await openPopup(seats.meridian, '[data-action="get-token"]:not([disabled])'));
  }
  const of = (openings: readonly Opening[], part: keyof Opening) =>
    median(openings.map((opening) => opening[part]));
  const name = 'popup open → usable / an empty popup';
  return [
    atMostTimes(name, of(meridian, 'fromClick'), 'ms', 1.5, of(floor, 'fromClick')),
    seen(
      'the same from the beginning of its document',
      of(meridian, 'fromDocument'),
      'ms',
      of(floor, 'fromDocument'),
    ),
  ];
}

/** What a log costs as it grows from nothing to all that it keeps. */
async function logFigures({ seats, tokens, scale, say }: Run): Promise<readonly Figure[]> {
  const { meridian, floor } = seats;
  const { few, many, rounds, requests } = scale;
  let sent = 0;
  const apple = async (seat: Seat, count: number) => {
    await sendToApple(seat.tab, tokens, { first: sent, count });
    if (seat === meridian) sent += count;
  };
  const fill = async (count: number) => {
    while (sent < count) {
      say(`filling the log: ${sent} of ${count}`);
      await apple(meridian, Math.min(1_000, count - sent));
      await settle(meridian);
    }
  };
  const clear = async () => {
    await meridian.panel.click('[data-action="clear"]');
    sent = 0;
  };
  const figures: Figure[] = [];

  say('warming up');
  await costPerRequest(seats, requests / 2, 1, apple);
  let atHundred = { meridian: 0, floor: 0 };
  for (let round = 0; round < rounds; round++) {
    say(`CPU at 100 rows, round ${round + 1}`);
    await clear();
    const { meridian: cost, floor: yardstick } = await costPerRequest(seats, 200, 1, apple);
    atHundred = { meridian: atHundred.meridian + cost / rounds, floor: atHundred.floor + yardstick / rounds };
  }
  await clear();
  await fill(100);
  say('keystrokes at 100 rows');
  const strokesAtHundred = await strokesToLists(meridian.panel, scale.passes);

  await fill(few - (rounds * requests) / 2);
  say(`CPU at ${few} rows`);
  const atFew = await costPerRequest(seats, requests, rounds, apple);
  say('CPU of other hosts');
  let elsewhere = 0;
  const others = await costPerRequest(seats, 1_000, rounds, async (seat, count) => {
    await sendElsewhere(seat.tab, 'own host', { first: elsewhere, count });
    elsewhere += count;
  });
  say('answers to rows');
  const answers = await answersToRows(seats, tokens, sent, scale.answers);
  sent += scale.answers;
  figures.push(...(await idleFigures(seats, scale, say)));

  await fill(many - rounds * requests);
  say(`CPU at ${many} rows`);
  const atMany = await costPerRequest(seats, requests, rounds, apple);
  say(`keystrokes at ${many} rows`);
  const strokesAtMany = await strokesToLists(meridian.panel, scale.passes);
  const size = await documentSize(meridian.panel);
  const heap = await heapOf(meridian);
  const floorHeap = await heapOf(floor);
  say('CPU of a log that is full');
  const atFull = await costPerRequest(seats, requests, rounds, apple);

  const rows = (count: number) => count.toLocaleString('en');
  return [
    seen('CPU of a request to Apple, 100 rows / the floor', atHundred.meridian, 'ms CPU', atHundred.floor),
    atMostTimes(
      `CPU of a request to Apple, ${rows(few)} rows / the floor`,
      atFew.meridian,
      'ms CPU',
      4,
      atFew.floor,
    ),
    // Minutes lie between the two, so each is told in floors of its own minute.
    atMostTimes(
      `the same, ${rows(many)} rows / ${rows(few)} rows`,
      atMany.meridian / atMany.floor,
      '× floor',
      1.3,
      atFew.meridian / atFew.floor,
    ),
    seen(`the same, ${rows(many)} rows / the floor`, atMany.meridian, 'ms CPU', atMany.floor),
    seen(
      'the same, each new row in place of the oldest / the floor',
      atFull.meridian,
      'ms CPU',
      atFull.floor,
    ),
    atMostTimes(
      'CPU of a request to any other host / the floor',
      others.meridian,
      'ms CPU',
      1.2,
      others.floor,
    ),
    atMostAbove(
      'answer received → row painted, 95 % / the floor’s next frame',
      steadyPercentile(answers.meridian, 0.95),
      'ms',
      FRAMES,
      steadyPercentile(answers.floor, 0.95),
    ),
    seen('the same, median', median(answers.meridian), 'ms', median(answers.floor)),
    atMostTimes(
      `key in the search field → painted, ${rows(many)} rows / 100 rows`,
      median(strokesAtMany),
      'ms',
      3,
      median(strokesAtHundred),
    ),
    seen('the same, 95 %', percentile(strokesAtMany, 0.95), 'ms', percentile(strokesAtHundred, 0.95)),
    ...figures,
    atMost(`elements in the document, ${rows(many)} rows`, size.elements, 'nodes', ELEMENTS),
    seen('the same with texts', size.nodes, 'nodes'),
    atMost(`heap after ${rows(many)} entries with 2 KB bodies`, heap, 'MB', HEAP),
    seen('the same, the floor', floorHeap, 'MB'),
  ];
}

/** The places in the list of rows that are wholly in view. */
function drawnRows(panel: View): Promise<readonly number[]> {
  return panel.evaluate((w) => {
    const grid = w.document.querySelector('[role="grid"]');
    const inView = grid?.getBoundingClientRect();
    if (grid === null || inView === undefined) return [];
    return [...grid.querySelectorAll('[role="row"][aria-rowindex]')].flatMap((row) => {
      const at = Number(row.getAttribute('aria-rowindex')) - 2;
      const { top, bottom, height } = row.getBoundingClientRect();
      return at >= 0 && top > inView.top + height && bottom < inView.bottom ? at : [];
    });
  });
}

interface FloorWindow {
  startClock(): number;
}

/** What is shown while nothing happens: a selected row with a running countdown, beside one text a second. */
async function idleFigures(seats: Seats, scale: Scale, say: Say): Promise<readonly Figure[]> {
  const { meridian, floor } = seats;
  const { idleSeconds, hiddenSeconds } = scale;
  say(`idling for ${idleSeconds} s`);
  const [drawn = 0] = await drawnRows(meridian.panel);
  await details(meridian.panel, drawn, 'token');
  const clock = await floor.panel.evaluate((w) => (w as unknown as FloorWindow).startClock());
  await pause(3_000);
  const shown = await costOfIdling(seats, idleSeconds);
  await floor.panel.evaluate((w, clock) => w.clearInterval(clock), clock);
  say(`idling hidden for ${hiddenSeconds} s`);
  await meridian.devtools.selectOtherTool();
  await floor.devtools.selectOtherTool();
  await pause(3_000);
  const hidden = await costOfIdling(seats, hiddenSeconds);
  await meridian.devtools.panel();
  await floor.devtools.panel();
  // Where the focus went with the other tool is not ours to know.
  await meridian.panel.click('[role="grid"] [role="row"][aria-selected="true"]');
  await meridian.panel.press('Escape');
  await meridian.panel.waitFor(
    'the details to close',
    (w) => w.document.querySelector('[role="tabpanel"]') === null,
  );
  return [
    atMostTimes(
      `idle for ${idleSeconds} s with a countdown / one text each second`,
      shown.meridian,
      'ms CPU',
      2,
      shown.floor,
    ),
    // One step of the clock by which Chromium counts CPU.
    atMost(`idle for ${hiddenSeconds} s, hidden`, hidden.meridian, 'ms CPU', 10),
    seen('the same, the floor', hidden.floor, 'ms CPU'),
  ];
}

/** Keys pressed while a page sends far more than the panel keeps, in devtools that have just been opened. */
async function burstFigures({ seats, tokens, scale, say }: Run): Promise<readonly Figure[]> {
  const delays = { meridian: [] as readonly number[], floor: [] as readonly number[] };
  const figures: Figure[] = [];
  for (const kind of ['floor', 'meridian'] as const) {
    await seats[kind].devtools.close();
    await seats[kind].tab.close();
    const seat = await takeSeat(seats[kind].browser, kind);
    await installWatch(seat.panel, kind);
    // The floor's delay is the same throughout; a part of the burst tells it.
    const elsewhere = kind === 'floor' ? Math.min(5_000, scale.burst) : scale.burst;
    await settle(seat);
    const before = await countersOf(seat.panel);
    say(`a burst of ${elsewhere} requests, ${kind}`);
    const begun = Date.now();
    const typing = pressKeys(seat);
    const sent = await sendBurst(seat.tab, tokens, 'data:', elsewhere, 0);
    const rate = (1_000 * elsewhere) / (Date.now() - begun);
    await typing.stop();
    delays[kind] = await keysSoFar(seat.panel);
    if (kind === 'floor') continue;
    const after = await countersAfter(seat.panel, before, sent.apple + sent.elsewhere);
    const faults = miscounted('chromium', sent, sent, before, after);
    for (const fault of faults) say(`counters: ${fault}`);
    const size = await documentSize(seat.panel);
    const heap = await heapOf(seat);
    const burst = `burst of ${elsewhere.toLocaleString('en')}`;
    figures.push(
      atMost(`${burst}: counters that are not exact`, faults.length, 'requests', 0),
      atMost(`${burst}: elements in the document`, size.elements, 'nodes', ELEMENTS),
      atMost(`${burst}: heap after it`, heap, 'MB', HEAP),
      seen(`${burst}: sent at`, rate, 'requests/s'),
    );
  }
  const name = `burst: key → handled and painted, 95 %, of ${delays.meridian.length} keys / the floor`;
  return [
    seen(name, percentile(delays.meridian, 0.95), 'ms', percentile(delays.floor, 0.95)),
    seen('the same, worst', Math.max(...delays.meridian), 'ms', Math.max(...delays.floor)),
    ...figures,
  ];
}

function pressKeys({ panel }: Seat): { readonly stop: () => Promise<void> } {
  let isDone = false;
  const press = async () => {
    await panel.click('input[type="search"]');
    while (!isDone) {
      for (const key of ['z', 'Backspace']) {
        await panel.press(key);
        await pause(200);
      }
    }
  };
  const pressed = press();
  return {
    stop: () => {
      isDone = true;
      return pressed;
    },
  };
}
