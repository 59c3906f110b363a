import type { Frame, Page } from 'puppeteer-core';
import type { DockSide, Theme } from './driver.ts';
import { until } from './until.ts';

// Everything here names modules of the devtools front-end, which Chromium may rename at any release.

const LEGACY = "const UI = await import('./ui/legacy/legacy.js');";
const COMMON = "const Common = await import('./core/common/common.js');";

async function run(frontend: Page, body: string): Promise<void> {
  await frontend.evaluate(`(async () => { ${body} })()`);
}

/** A view that the extension has not registered yet makes this throw. */
export async function showView(frontend: Page, view: string): Promise<void> {
  await run(
    frontend,
    `${LEGACY} await UI.ViewManager.ViewManager.instance().showView(${JSON.stringify(view)});`,
  );
}

/**
 * The view of an extension panel is named by the extension's origin and the panel's title, without a separator.
 * `openDevTools()` resolves before the extension's frames exist (by seconds on a cold machine), hence the loop.
 */
export async function showPanel(
  frontend: Page,
  origin: string,
  title: string,
  frame: () => Frame | undefined,
): Promise<Frame> {
  return until(`the panel "${title}"`, async () => {
    await showView(frontend, `${origin}${title}`);
    return frame();
  });
}

/**
 * The extension's listener reaches the front-end by messages, some 100 ms after its document has loaded; what
 * the page requests before that raises no event. Ask only when the devtools page exists: an import during the
 * front-end's own start breaks that start.
 */
export async function waitNetworkArmed(frontend: Page): Promise<void> {
  await until('the network listener', () =>
    frontend.evaluate(`(async () => {
      const { ExtensionServer } = await import('./panels/common/common.js');
      return ExtensionServer.ExtensionServer.instance().hasSubscribers('network-request-finished');
    })()`),
  );
}

export async function setDockSide(frontend: Page, side: DockSide): Promise<void> {
  const state = side === 'window' ? 'undocked' : side;
  await run(
    frontend,
    `${LEGACY} UI.DockController.DockController.instance().setDockSide(${JSON.stringify(state)});`,
  );
}

export async function setFrontendTheme(frontend: Page, theme: Theme): Promise<void> {
  const value = theme === 'dark' ? 'dark' : 'default';
  await run(
    frontend,
    `${COMMON} Common.Settings.Settings.instance().moduleSetting('ui-theme').set(${JSON.stringify(value)});`,
  );
}

/** Its drawer, or a search in the panel that is shown. */
export async function hasOpenedOwn(frontend: Page): Promise<boolean> {
  return (await frontend.evaluate(`(async () => {
    ${LEGACY}
    const view = UI.InspectorView.InspectorView.instance();
    const panel = UI.Context.Context.instance().flavor(UI.Panel.Panel);
    return view.drawerVisible() || panel?.searchableView()?.isSearchVisible?.() === true || panel?.searchableView()?.searchIsVisible === true;
  })()`)) as boolean;
}
