/** What becomes of the panel when the extension, its devtools or the page it watches come and go. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, View } from './drivers/driver.ts';
import { until } from './drivers/until.ts';
import { countersAt, details, rowCount, search, waitForRows } from './panel-page.ts';
import { endPorts, lookAtPorts, watchPorts } from './ports.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';
import { tokenRequestsTold, watchRequests } from './told.ts';

const TOKEN = 'https://maps-api.apple.com/v1/token';

const OPENINGS = process.env.MERIDIAN_SOAK === '1' ? 50 : 5;

/** From here on each opening must cost what the one before it cost: by now everything was loaded once. */
const SETTLED = 3;

const alert = (panel: View) =>
  panel.evaluate((w) =>
    [...w.document.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent).join(''),
  );

/** The extension's own ways to the browser then throw, in a document that lives on. */
function invalidate(panel: View): Promise<void> {
  return panel.evaluate((w) => {
    const counted = Object.assign(w, { unkept: 0 });
    const refuse = () => {
      throw new Error('Extension context invalidated.');
    };
    const set = () => {
      counted.unkept += 1;
      refuse();
    };
    for (const api of [w.chrome, (w as unknown as { browser: typeof w.chrome }).browser]) {
      Object.assign(api.i18n, { getMessage: refuse });
      Object.assign(api.storage.local, { get: refuse, set });
    }
  });
}

/** One request after another, at an easy pace, until told to stop. */
function startSteadily(tab: Tab, token: string): Promise<void> {
  return tab.evaluate((w, token) => {
    const page = Object.assign(w, { sent: 0, timer: 0 });
    page.timer = w.setInterval(() => {
      page.sent += 1;
      void w
        .fetch(`https://maps-api.apple.com/v1/token?q=steady${page.sent}`, {
          headers: { authorization: `Bearer ${token}` },
        })
        .then((answer) => answer.text());
    }, 350);
  }, token);
}

/** How many were sent. */
function stopSteadily(tab: Tab): Promise<number> {
  return tab.evaluate((w) => {
    const page = w as typeof w & { sent: number; timer: number };
    w.clearInterval(page.timer);
    return page.sent;
  });
}

describe.each(BROWSERS)('coming and going in %s', (browserName) => {
  let stage: Stage;
  let tab: Tab;
  let devtools: Devtools;

  beforeAll(async () => {
    stage = await openStage(browserName);
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    tab = await stage.browser.newTab(BLANK);
    devtools = await tab.openDevtools();
    return async () => {
      if (await devtools.isOpen()) await devtools.close();
      await tab.close();
    };
  });

  const exchange = (mark: string) =>
    send(tab, 'fetch', `${TOKEN}?q=${mark}`, bearer(signAuthToken(stage.key)));

  /** Sends one request and waits for its row; gives the number of rows. What Firefox lost is sent again. */
  async function record(panel: View, mark: string): Promise<number> {
    const before = await rowCount(panel);
    for (let attempt = 1; attempt <= 3; attempt++) {
      await exchange(`${mark}.${attempt}`);
      const grown = until('one more row', async () => (await rowCount(panel)) > before, { timeout: 6_000 });
      if (await grown.catch(() => false)) break;
    }
    expect(await rowCount(panel), mark).toBe(before + 1);
    return before + 1;
  }

  it('keeps its rows, and says what to do, when the recorder is out of reach', async () => {
    const hidden = await devtools.devtoolsPage();
    await watchPorts(hidden);
    const panel = await devtools.panel();
    await record(panel, 'former');
    await record(panel, 'latter');
    expect(await alert(panel)).toBe('');

    await invalidate(panel);
    await endPorts(hidden);

    await until('the line', async () => (await alert(panel)).includes('close and reopen devtools'));
    expect(await rowCount(panel)).toBe(2);
    const off = await panel.evaluate((w) =>
      ['.record', '[data-action="clear"]', '[name="preserve"]'].map(
        (control) => w.document.querySelector<HTMLInputElement>(control)?.disabled,
      ),
    );
    expect(off).toEqual([true, true, true]);
    expect(await details(panel, 0, 'request')).toContain('former');
    await panel.evaluate((w) => {
      Object.assign(w.navigator.clipboard, {
        writeText: async (text: string) => Object.assign(w, { copied: text }),
      });
    });
    await panel.click('[role="tabpanel"] [data-copies]');
    await panel.press('c');
    await panel.waitFor('the copy', (w) => (w as { copied?: string }).copied);
    await search(panel, 'latter', 1);

    await panel.click('.filters button:last-of-type');
    await panel.waitFor('an attempt to keep the choice', (w) => (w as { unkept?: number }).unkept);
  });

  /**
   * Neither browser lets a panel outlive its extension. Chromium closes the devtools with it, of every tab; Firefox
   * takes the panel out of them, and puts a new one in when the extension is back. Firefox's devtools still hold the
   * page's requests then, those of the time between among them; Chromium's begin empty, as at each opening.
   */
  it.each([
    ['updated', () => stage.browser.reloadExtension()],
    [
      'switched off and on',
      async () => {
        await stage.browser.setExtensionEnabled(false);
        await until('the end of its documents', async () => (await stage.browser.documents()).length === 0);
        await stage.browser.setExtensionEnabled(true);
      },
    ],
  ])('has a whole panel again after the extension was %s', async (_, renew) => {
    const former = await devtools.panel();
    await record(former, 'before');
    await record(former, 'also before');
    await former.evaluate((w) => {
      Object.assign(w, { former: true });
    });
    await renew();

    const stays = browserName === 'firefox';
    await until('the devtools to stay or go', async () => (await devtools.isOpen()) === stays);
    if (!stays) devtools = await tab.openDevtools();
    const panel = await devtools.panel();
    expect(await panel.evaluate((w) => 'former' in w)).toBe(false);
    await waitForRows(panel, stays ? 2 : 0);
    const rows = await record(panel, 'after');
    expect(rows).toBe(stays ? 3 : 1);
    expect(await alert(panel)).toBe('');
    expect(await countersAt(panel, rows)).toMatchObject({ dropped: 0 });
  });

  it('keeps what it has when the page crashes, and records what comes after', async () => {
    const panel = await devtools.panel();
    await record(panel, 'before');
    await record(panel, 'also before');
    await panel.evaluate((w) => {
      Object.assign(w, { former: true });
    });
    await tab.crash();
    await stage.browser.stopBackground();
    expect(await rowCount(panel)).toBe(2);
    await tab.reload();
    await record(panel, 'after');
    expect(await record(panel, 'also after')).toBe(4);
    expect(await panel.evaluate((w) => 'former' in w)).toBe(true);
    expect(await alert(panel)).toBe('');
    expect(await countersAt(panel, 4)).toMatchObject({ dropped: 0 });
  });

  it(
    'leaves nothing behind, however often the devtools are opened and closed',
    async () => {
      await devtools.close();
      let settled: Awaited<ReturnType<Devtools['holdings']>> = null;
      for (let opening = 1; opening <= OPENINGS; opening++) {
        devtools = await tab.openDevtools();
        const hidden = await devtools.devtoolsPage();
        await watchPorts(hidden);
        const panel = await devtools.panel();
        await until('the port', async () => (await lookAtPorts(hidden)).length > 0);
        // Opening a port starts it in both browsers, whoever listens; after that nothing does.
        await stage.browser.stopBackground();
        expect(await record(panel, `opening ${opening}`)).toBe(1);
        const ports = await lookAtPorts(hidden);
        expect(ports).toEqual([{ isOpen: true, entries: 1 }]);
        expect(await stage.browser.isBackgroundRunning()).toBe(false);
        expect((await stage.browser.documents()).toSorted()).toEqual(['/devtools.html', '/panel.html']);
        const holdings = await devtools.holdings();
        if (opening === SETTLED) settled = holdings;
        if (opening > SETTLED && settled !== null) {
          expect(holdings, `opening ${opening}`).toMatchObject({
            documents: settled.documents,
            frames: settled.frames,
            listeners: settled.listeners,
          });
        }
        await devtools.close();
        await until('the end of the documents', async () => (await stage.browser.documents()).length === 0);
      }
    },
    OPENINGS * 12_000,
  );

  it('serves one panel, and loses and repeats nothing, wherever the devtools are docked', async () => {
    const hidden = await devtools.devtoolsPage();
    await watchPorts(hidden);
    await watchRequests(hidden);
    await devtools.panel();
    await startSteadily(tab, signAuthToken(stage.key));
    for (const side of ['right', 'bottom', 'window', 'right', 'bottom', 'window'] as const) {
      await devtools.dock(side);
      await devtools.panel();
      await stage.browser.stopBackground();
    }
    const sent = await stopSteadily(tab);
    const panel = await devtools.panel();
    // While their window changes, Firefox's devtools now and then tell nobody of a request, or nothing of its answer.
    const lost = browserName === 'firefox' ? 2 : 0;
    const rows = await until('a row for each request that was told', async () => {
      const { told, answered } = await tokenRequestsTold(hidden);
      const count = await rowCount(panel);
      return answered >= sent - lost && count >= answered && count <= told && count;
    });
    expect(rows).toBeLessThanOrEqual(sent);
    expect(await countersAt(panel, rows)).toMatchObject({ dropped: 0 });

    await until('the end of the earlier ports', async () => {
      const ports = await lookAtPorts(hidden);
      return ports.filter(({ isOpen }) => isOpen).length === 1;
    });
    await record(panel, 'last');
    const served = (await lookAtPorts(hidden)).filter(({ entries }) => entries > 0);
    expect(served).toEqual([{ isOpen: true, entries: 1 }]);
  });
});
