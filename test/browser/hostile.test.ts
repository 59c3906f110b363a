import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, View } from './drivers/driver.ts';
import { details, detailsTab, rowOf, search, waitForRows } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const TOKEN = 'https://maps-api.apple.com/v1/token';
const ATTACK = '<img src=x onerror=document.title="owned">';

describe.each(BROWSERS)('a hostile page in %s', (browserName) => {
  let stage: Stage;
  let tab: Tab;
  let devtools: Devtools;
  let panel: View;

  beforeAll(async () => {
    stage = await openStage(browserName);
    tab = await stage.browser.newTab(BLANK);
    devtools = await tab.openDevtools();
    panel = await devtools.panel();
  });
  afterAll(async () => {
    await devtools?.close();
    await stage?.close();
  });

  const isHarmless = async () => {
    expect(
      await panel.evaluate(
        (w) =>
          w.document.querySelectorAll(
            'img, iframe, object, embed, a[href]:not([href^="https://developer.apple.com/"])',
          ).length,
      ),
    ).toBe(0);
    expect(await panel.evaluate((w) => w.document.title)).not.toContain('owned');
  };

  it('shows markup in a claim, a header, a URL and a body as text', async () => {
    const token = signAuthToken(stage.key, { iss: ATTACK, sub: ATTACK }, { kid: ATTACK });
    stage.standIn.tell({
      match: { path: '/v1/token' },
      answer: {
        kind: 'status',
        status: 401,
        headers: { 'x-hostile': ATTACK },
        body: {
          error: { message: ATTACK, details: [{ errorType: 'ORIGIN_CHECK_FAILURE', message: ATTACK }] },
        },
      },
    });
    await send(tab, 'fetch', `${TOKEN}?q=${encodeURIComponent(ATTACK)}`, bearer(token));
    await search(panel, 'onerror', 1);
    for (const name of ['diagnosis', 'token', 'request', 'response']) {
      const text = await details(panel, 0, name);
      expect(text, name).toContain('<img');
      await isHarmless();
    }
  });

  it('shows a name like __proto__ as any other', async () => {
    const token = signAuthToken(
      stage.key,
      {},
      {},
      {
        payloadText:
          '{"iss":"TEAMTEST01","__proto__":{"polluted":"yes"},"constructor":"mine","iat":1700000000}',
      },
    );
    await rowOf(panel, 'q=prototype', (mark) => send(tab, 'fetch', `${TOKEN}?${mark}`, bearer(token)));
    const text = await details(panel, 0, 'token');
    expect(text).toContain('__proto__');
    expect(text).toContain('constructor');
    expect(
      await panel.evaluate((w) => 'polluted' in (w.Object as unknown as { prototype: object }).prototype),
    ).toBe(false);
  });

  it('does not decode a token of thirty thousand characters, and stays usable', async () => {
    const oversized = bearer(`eyJ${'A'.repeat(30_000)}.a.b`);
    await rowOf(panel, 'q=oversized', (mark) => send(tab, 'fetch', `${TOKEN}?${mark}`, oversized));
    expect(await details(panel, 0, 'diagnosis')).toContain('token-oversized');
    expect((await detailsTab(panel, 'token')).length).toBeLessThan(60_000);
  });

  it('never fetches what a token’s header names', async () => {
    stage.standIn.clear();
    const address = 'https://demo.test/keys.json';
    const token = signAuthToken(stage.key, {}, { jku: address, x5u: address, jwk: { kty: 'EC' } });
    await rowOf(panel, 'q=embedded', (mark) => send(tab, 'fetch', `${TOKEN}?${mark}`, bearer(token)));
    expect(await details(panel, 0, 'token')).toContain(address);
    expect(stage.standIn.requests.filter(({ path }) => path === '/keys.json')).toEqual([]);
  });

  it('keeps the devtools of two tabs apart', async () => {
    await panel.type('input[type="search"]', '');
    const other = await stage.browser.newTab(BLANK);
    const otherDevtools = await other.openDevtools();
    const otherPanel = await otherDevtools.panel();
    await send(other, 'fetch', `${TOKEN}?q=other`, bearer(signAuthToken(stage.key)));
    await waitForRows(otherPanel, 1);
    await search(panel, 'q=other', 0);
    await otherDevtools.close();
    await other.close();
  });
});
