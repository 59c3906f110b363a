/** One browser with one extension in it, devtools open on a page of the stand-in and the panel shown. */
import {
  type Browser,
  type BrowserName,
  type Devtools,
  type Gauge,
  launch,
  type Tab,
  type View,
} from '../browser/drivers/driver.ts';
import type { StandIn } from '../stand-in/index.ts';
import { countersOf } from './counters.ts';

export interface Seat {
  readonly browser: Browser;
  readonly tab: Tab;
  readonly devtools: Devtools;
  readonly panel: View;
  readonly gauge: Gauge;
  /** How many requests the panel has been told of. */
  readonly heard: () => Promise<number>;
}

/** The panel that is measured, and the one that does nothing but count, under the same load. */
export interface Seats {
  readonly meridian: Seat;
  readonly floor: Seat;
}

export const FLOOR = `${import.meta.dirname}/floor`;

interface FloorWindow {
  readonly heard: number;
}

const PAGE = 'https://demo.test/blank';

export function launchBrowser(name: BrowserName, extension: string, standIn: StandIn): Promise<Browser> {
  return launch(name, {
    extension,
    port: standIn.port,
    hosts: standIn.hosts,
    ...standIn.certificate,
  });
}

export async function takeSeat(browser: Browser, kind: keyof Seats): Promise<Seat> {
  const tab = await browser.newTab(PAGE);
  const devtools = await tab.openDevtools();
  const panel = await devtools.panel();
  const heard =
    kind === 'floor'
      ? () => panel.evaluate((w) => (w as unknown as FloorWindow).heard)
      : async () => (await countersOf(panel)).seen;
  return { browser, tab, devtools, panel, gauge: await devtools.gauge(), heard };
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits until the panel has been told of nothing new for a while: devtools tell of requests a little later. */
export async function settle(seat: Seat): Promise<void> {
  // Seldom, because every question costs the panel's process a little.
  for (let before = -1, now = -2; before !== now; ) {
    await pause(400);
    before = now;
    now = await seat.heard();
  }
}
