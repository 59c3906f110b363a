import type { Page } from 'puppeteer-core';
import { setDockSide, showPanel, showView, waitNetworkArmed } from './chromium-internals.ts';
import { chromiumView } from './chromium-view.ts';
import { type Devtools, PAGES, PANEL_TITLE, type Tab } from './driver.ts';
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
    close: async () => {
      await frontend.close();
      await until('the devtools to close', async () => !(await page.hasDevTools()));
    },
  };
}
