import type { Page, Viewport } from 'puppeteer-core';
import { attach, chromiumGauge } from './chromium-gauge.ts';
import { hasOpenedOwn, setDockSide, showPanel, showView, waitNetworkArmed } from './chromium-internals.ts';
import { crashPage, holdingsOf } from './chromium-lifecycle.ts';
import { chromiumView } from './chromium-view.ts';
import { type Devtools, type Media, PAGES, PANEL_TITLE, type Tab } from './driver.ts';
import { hasMounted } from './mounted.ts';
import { until } from './until.ts';

export interface ChromiumTab extends Tab {
  readonly page: Page;
}

export function chromiumTab(page: Page, origin: string): ChromiumTab {
  return {
    ...chromiumView({ page, frame: () => page.mainFrame(), close: () => page.close() }),
    page,
    goto: async (url) => {
      await page.goto(url);
    },
    reload: async () => {
      await page.reload();
    },
    crash: () => crashPage(page),
    openDevtools: () => openDevtools(page, origin),
  };
}

async function openDevtools(page: Page, origin: string): Promise<Devtools> {
  const frontend = await page.openDevTools();
  const frameOf = (file: string) =>
    frontend.frames().find((frame) => frame.url().startsWith(`${origin}/${file}`));
  const devtoolsFrame = () => until('the devtools page', () => frameOf(PAGES.devtools));
  const panelFrame = () => until('the panel', () => frameOf(PAGES.panel));
  const framed = (frame: () => ReturnType<typeof panelFrame>) =>
    chromiumView({ page: frontend, frame, close: () => frontend.close() });

  /** What was asked for holds as long as its session. */
  let asked: ReturnType<typeof attach> | undefined;

  const hidden = framed(devtoolsFrame);
  await hidden.waitFor('the devtools page to load', (w) => w.document.readyState === 'complete');
  await waitNetworkArmed(frontend);

  return {
    devtoolsPage: async () => hidden,
    panel: async () => {
      await showPanel(frontend, origin, PANEL_TITLE, () => frameOf(PAGES.panel));
      const panel = framed(panelFrame);
      await panel.waitFor('the panel to draw', hasMounted);
      return panel;
    },
    selectOtherTool: () => showView(frontend, 'console'),
    dock: (side) => setDockSide(frontend, side),
    resize: (width, height) => frontend.setViewport({ width, height: height ?? 800 }),
    zoom: (factor) => frontend.setViewport(zoomed(factor)),
    setMedia: async (media) => {
      asked ??= attach(frontend, `${origin}/${PAGES.panel}`);
      await (await asked).send('Emulation.setEmulatedMedia', { features: featuresOf(media) });
    },
    openedOwn: () => hasOpenedOwn(frontend),
    gauge: () => chromiumGauge(frontend, `${origin}/${PAGES.devtools}`),
    holdings: () => holdingsOf(page.browser(), `${origin}/${PAGES.devtools}`),
    isOpen: () => page.hasDevTools(),
    close: async () => {
      if (!frontend.isClosed()) await frontend.close();
      await until('the devtools to close', async () => !(await page.hasDevTools()));
    },
  };
}

/** The usual window, seen so much larger that so much less of it has room. */
function zoomed(factor: number): Viewport {
  return {
    width: Math.round(WINDOW.width / factor),
    height: Math.round(WINDOW.height / factor),
    deviceScaleFactor: factor,
  };
}

const WINDOW = { width: 1400, height: 900 } as const;

function featuresOf({ forcedColors = false, reducedMotion = false }: Media) {
  return [
    { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
    { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
  ];
}
