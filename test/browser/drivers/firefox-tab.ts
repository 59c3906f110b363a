import type { Devtools, Tab } from './driver.ts';
import type { Remote } from './firefox-scope.ts';
import { firefoxView } from './firefox-view.ts';
import { hasMounted } from './mounted.ts';
import { until } from './until.ts';

export interface FirefoxTab extends Tab {
  readonly number: number;
}

export async function firefoxTab(firefox: Remote, url = 'about:blank'): Promise<FirefoxTab> {
  const number = await firefox.openTab(url);
  const view = firefoxView(firefox, { kind: 'tab', tab: number }, async () => {
    await firefox.closeTab(number);
  });

  // Marks the document that must go, so that a load is not taken for finished before it has begun.
  const load = async (begin: () => Promise<unknown>) => {
    await view.evaluate((w) => {
      Object.assign(w, { leaving: true });
    });
    await begin();
    await view.waitFor('the next document', (w) => !('leaving' in w));
    await loaded();
  };
  const loaded = async () => {
    await until('the tab to load', async () => !(await firefox.isLoading(number)));
    await view.waitFor('the document to load', (w) => w.document.readyState === 'complete');
  };
  await view.waitFor(`the tab to show ${url}`, (w, wanted) => w.location.href.startsWith(wanted), url);
  await loaded();

  return {
    ...view,
    number,
    goto: (next) => load(() => firefox.navigate(number, next)),
    reload: () => load(() => firefox.reload(number)),
    crash: async () => {
      const pid = await firefox.processOf(number);
      process.kill(pid, 'SIGKILL');
      await until('the page to crash', async () => (await firefox.processOf(number)) !== pid);
    },
    openDevtools: () => openDevtools(firefox, number),
  };
}

/** Firefox makes no window narrower, but what is zoomed in a wider one has as little room. */
const LEAST_WIDTH = 500;

async function openDevtools(firefox: Remote, tab: number): Promise<Devtools> {
  const close = () => firefox.closeToolbox(tab);
  const hidden = firefoxView(firefox, { kind: 'devtools_page', tab }, close);
  const panel = firefoxView(firefox, { kind: 'devtools_panel', tab }, close);

  await firefox.openToolbox(tab);
  await hidden.waitFor('the devtools page to load', (w) => w.document.readyState === 'complete');
  // The listener reaches the network monitor some 100 ms after the devtools are open; what the page requests
  // before that may raise no event.
  await until('the network listener', () => firefox.isNetworkArmed(tab));

  return {
    devtoolsPage: async () => hidden,
    panel: async () => {
      await until('the panel', () => firefox.selectPanel(tab));
      await panel.waitFor('the panel to draw', hasMounted);
      return panel;
    },
    selectOtherTool: () => firefox.selectTool(tab, 'inspector'),
    dock: (side) => firefox.dock(tab, side),
    resize: async (width, height) => {
      const factor = width < LEAST_WIDTH ? 2 : 1;
      await firefox.zoom(tab, factor);
      await firefox.resize(tab, width * factor, height === undefined ? undefined : height * factor);
    },
    zoom: (factor) => firefox.zoom(tab, factor),
    setMedia: (media) => firefox.setMedia(media),
    openedOwn: async () => null,
    gauge: async () => ({ cpu: firefox.extensionCpu, heap: async () => null }),
    holdings: async () => null,
    isOpen: () => firefox.isToolboxOpen(tab),
    close,
  };
}
