import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callWitness, countersAfter, miscounted, sendBurst } from '../bench/burst.ts';
import { countersOf, documentSize } from '../bench/counters.ts';
import { makeTokens, sendToApple } from '../bench/load.ts';
import { BLANK, BROWSERS, openStage, type Stage } from './stage.ts';

const ELSEWHERE = 3_000;
/** More than a screen shows. */
const ROWS = 60;

describe.each(BROWSERS)('a burst of requests in %s', (browserName) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(browserName);
  });
  afterAll(() => stage?.close());

  it('is counted to the last request, and drawn in no more elements than a screen needs', async () => {
    const tab = await stage.browser.newTab(BLANK);
    const devtools = await tab.openDevtools();
    const panel = await devtools.panel();
    const before = await panel
      .waitFor('the counters', (w) => /\d/.test(w.document.querySelector('.foot')?.textContent ?? ''))
      .then(() => countersOf(panel));
    const heard = await callWitness(await devtools.devtoolsPage());

    await (await devtools.devtoolsPage()).evaluate((w) => {
      const log: any[] = [];
      (w as any).log = log;
      (w as any).chrome.devtools.network.onRequestFinished.addListener((h: any) => {
        if (h.request.url.startsWith('https://maps-api'))
          log.push(h.request.method[0] + h.response.status + h.request.url.slice(-8));
      });
    });
    const tokens = makeTokens(stage.key, stage.standIn);
    await sendToApple(tab, tokens, { first: ELSEWHERE, count: ROWS });
    const burst = await sendBurst(tab, tokens, 'own host', ELSEWHERE);
    const sent = { ...burst, apple: burst.apple + ROWS };
    const after = await countersAfter(panel, before, sent.apple + sent.elsewhere);

    console.log(
      'DBG',
      JSON.stringify({
        sent,
        after,
        heard: await heard(),
        w: await (await devtools.devtoolsPage()).evaluate((w) => (w as any).log),
      }),
    );
    expect(miscounted(browserName, sent, await heard(), before, after)).toEqual([]);
    expect((await documentSize(panel)).elements).toBeLessThanOrEqual(400);
  }, 180_000);
});
