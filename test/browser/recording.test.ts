import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab } from './drivers/driver.ts';
import { countersAt, details, rowCount, rows, search, waitForRows } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const TOKEN = 'https://maps-api.apple.com/v1/token';

/** Starts requests from the page and does not wait for their answers. */
function startMany(tab: Tab, count: number, token: string): Promise<void> {
  return tab.evaluate(
    (w, count, token) => {
      for (let n = 0; n < count; n++) {
        const headers = { authorization: `Bearer ${token}` };
        void w
          .fetch(`https://maps-api.apple.com/v1/token?q=${n}`, { headers })
          .then((answer) => answer.text());
      }
    },
    count,
    token,
  );
}

describe.each(BROWSERS)('recording in %s', (browserName) => {
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
      await devtools.close();
      await tab.close();
    };
  });

  const token = () => signAuthToken(stage.key);
  const exchange = (mark: string, options?: { read: boolean }) =>
    send(tab, 'fetch', `${TOKEN}?q=${mark}`, bearer(token()), options);

  it('has the requests that were sent before the panel was first shown', async () => {
    for (const mark of ['one', 'two', 'three']) await exchange(mark);
    const panel = await devtools.panel();
    await waitForRows(panel, 3);
    expect(await countersAt(panel, 3)).toMatchObject({ dropped: 0 });
  });

  it('has the requests that a page sends while it loads', async () => {
    await tab.goto('https://demo.test/early');
    const panel = await devtools.panel();
    await waitForRows(panel, 2);
    expect((await rows(panel)).map(({ what }) => what).sort()).toEqual(['Bootstrap', 'Token exchange']);
  });

  it('has a refusal whose body the page never reads', async () => {
    const panel = await devtools.panel();
    await send(tab, 'fetch', `${TOKEN}?q=unread`, bearer('broken'), { read: false });
    await waitForRows(panel, 1);
    const [row] = await rows(panel);
    expect(row).toMatchObject({ status: '401', mark: 'refused' });
    expect(await details(panel, 0, 'diagnosis')).toContain('token-not-jwt');
  });

  it('folds a preflight into the request that it precedes', async () => {
    const panel = await devtools.panel();
    await exchange('folded');
    await waitForRows(panel, 1);
    await panel.waitFor('the preflight', (w) => {
      w.document.querySelector<HTMLElement>('[role="grid"] [role="row"][aria-rowindex="2"]')?.click();
      return w.document.querySelector('[role="tab"]') !== null || null;
    });
    expect(await details(panel, 0, 'request')).toContain('Preflight');
    expect(
      stage.standIn.requests.some(
        ({ method, query }) => method === 'OPTIONS' && String(query).includes('folded'),
      ),
    ).toBe(true);
    expect(await rowCount(panel)).toBe(1);
  });

  it('names a request that the preflight forbade', async () => {
    const panel = await devtools.panel();
    stage.standIn.tell({
      match: { path: '/v1/token', method: 'OPTIONS' },
      answer: { kind: 'no-cors', at: 'preflight' },
    });
    await exchange('forbidden');
    await waitForRows(panel, 1);
    expect(await details(panel, 0, 'diagnosis')).toContain('cors-blocked');
  });

  it('names a connection that was reset', async () => {
    const panel = await devtools.panel();
    stage.standIn.tell({ match: { path: '/v1/token' }, times: 20, answer: { kind: 'reset' } });
    await exchange('reset');
    await waitForRows(panel, 1);
    expect(await details(panel, 0, 'diagnosis')).toContain('network-failure');
    stage.standIn.clear();
  });

  it('keeps what it has through reload and navigation, and loses nothing of the new page', async () => {
    const panel = await devtools.panel();
    await exchange('first page');
    // Firefox tells of requests in batches, and never of those whose page has gone meanwhile.
    await waitForRows(panel, 1);
    await tab.reload();
    await exchange('after the reload');
    await waitForRows(panel, 2);
    await tab.goto('https://demo.test/early');
    await waitForRows(panel, 4);
  });

  it('forgets the earlier page when the log is not preserved, and keeps the new one whole', async () => {
    const panel = await devtools.panel();
    await exchange('first page');
    await waitForRows(panel, 1);
    await panel.click('[name="preserve"]');
    await tab.goto('https://demo.test/early');
    await waitForRows(panel, 2);
    expect((await rows(panel)).map(({ what }) => what).sort()).toEqual(['Bootstrap', 'Token exchange']);
  });

  it('loses nothing and repeats nothing when the devtools are docked elsewhere', async () => {
    await exchange('before');
    await devtools.dock('right');
    await exchange('beside');
    await devtools.dock('bottom');
    const panel = await devtools.panel();
    await exchange('after');
    await waitForRows(panel, 3);
    expect(await countersAt(panel, 3)).toMatchObject({ dropped: 0 });
  });

  it('does not depend on the background', async () => {
    const panel = await devtools.panel();
    await exchange('before');
    stage.standIn.tell({ match: { path: '/v1/token' }, times: 20, answer: { kind: 'delay', ms: 500 } });
    await startMany(tab, 20, token());
    await stage.browser.stopBackground();
    await exchange('after');
    await waitForRows(panel, 22);
  });

  it('records nothing while paused, and goes on after', async () => {
    const panel = await devtools.panel();
    await exchange('before');
    await waitForRows(panel, 1);
    await panel.click('.record');
    await exchange('meanwhile');
    await panel.click('.record');
    await exchange('after');
    await waitForRows(panel, 2);
    await search(panel, 'meanwhile', 0);
  });

  it('clears the list, and what comes after is there', async () => {
    const panel = await devtools.panel();
    await exchange('before');
    await waitForRows(panel, 1);
    await panel.click('[data-action="clear"]');
    await waitForRows(panel, 0);
    await exchange('after');
    await waitForRows(panel, 1);
    expect(await countersAt(panel, 1)).toMatchObject({ dropped: 0 });
  });

  it('counts the requests of other hosts and keeps none of them', async () => {
    const panel = await devtools.panel();
    await tab.evaluate(async () => {
      await Promise.all(
        Array.from({ length: 50 }, (_, n) => fetch(`/blank?${n}`).then((answer) => answer.text())),
      );
    });
    await exchange('one of Apple');
    await waitForRows(panel, 1);
    const count = await countersAt(panel, 1, 50);
    expect(count.seen).toBe(count.kept + count.dropped + count.filtered);
  });
});
