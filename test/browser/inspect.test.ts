import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTeamKey, signAuthToken, toP8 } from '../stand-in/index.ts';
import type { Devtools, Tab, View } from './drivers/driver.ts';
import { details, detailsTab, rows, waitForRows } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const TOKEN = 'https://maps-api.apple.com/v1/token';
const GEOCODE = 'https://maps-api.apple.com/v1/geocode?q=Berlin';

const MOST_NODES = 400;

const publicPem = ({ key }: Stage) => key.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const ended = { iat: 1_699_999_000, exp: 1_700_000_000 };

describe.each(BROWSERS)('what the user brings to the panel of %s', (browserName) => {
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

  const says = (what: string, selector: string, text: string) =>
    panel.waitFor(
      what,
      (w, selector, text) => w.document.querySelector(selector)?.textContent?.includes(text) || null,
      selector,
      text,
    );

  async function expectAccessible(where: string): Promise<void> {
    await panel.waitFor('all colours to settle', (w) => w.document.getAnimations().length === 0 || null);
    const serious = (await panel.axe()).filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious, where).toEqual([]);
    const nodes = await panel.evaluate((w) => w.document.querySelectorAll('*').length);
    expect(nodes, where).toBeLessThanOrEqual(MOST_NODES);
  }

  async function giveKey(text: string): Promise<void> {
    await panel.click('[data-action="check-with-key"]');
    await panel.type('[name="key"]', text);
    await panel.click('[data-action="check-signature"]');
  }

  describe('to inspect', () => {
    beforeAll(() => panel.click('[data-tab="inspect"]'));

    it('has a form without serious findings', () => expectAccessible('form'));

    it('names the end of a token', async () => {
      await panel.type('[name="inspect"]', signAuthToken(stage.key, ended));
      await says('the cause', '.cause', 'auth-token-expired');
      await expectAccessible('a token that ended');
    });

    it('names what stands in the place of a token', async () => {
      await panel.type('[name="inspect"]', 'Authorization: Bearer undefined');
      await says('the cause', '.cause', 'bearer-placeholder');
    });

    it('says that nothing is wrong with a sound token', async () => {
      await panel.type('[name="inspect"]', `Bearer ${signAuthToken(stage.key)}`);
      await says('that it is sound', '.cause', 'Nothing is wrong with this token.');
      await expectAccessible('a sound token');
    });

    it('names a log that breaks off, and keeps its text', async () => {
      await panel.type('[name="inspect"]', '{"log":{"entries":[');
      await says('the fault', '#inspect-fault', 'breaks off');
      expect(
        await panel.evaluate((w) => w.document.querySelector<HTMLTextAreaElement>('[name="inspect"]')?.value),
      ).toBe('{"log":{"entries":[');
    });

    it('shows the requests of a log, each with its cause', async () => {
      const entryOf = (url: string, token: string, ms: number) => ({
        startedDateTime: new Date(Date.now() + ms).toISOString(),
        time: 80,
        request: { method: 'GET', url, headers: [{ name: 'Authorization', value: `Bearer ${token}` }] },
        response: { status: 401, statusText: '', headers: [], content: { mimeType: 'application/json' } },
      });
      const entries = [
        entryOf(TOKEN, signAuthToken(stage.key, ended), 0),
        entryOf(GEOCODE, signAuthToken(stage.key), 200),
        { ...entryOf('https://demo.test/', '', 300) },
      ];
      await panel.type('[name="inspect"]', JSON.stringify({ log: { version: '1.2', entries } }));
      await waitForRows(panel, 2);
      await says('where they are from', '.imported > .bar', '2 requests of Apple Maps among 3');
      expect((await rows(panel)).map(({ what, mark }) => [what, mark])).toEqual([
        ['Token exchange', 'refused'],
        ['Geocode', 'refused'],
      ]);
      expect(await details(panel, 0, 'diagnosis')).toContain('auth-token-expired');
      expect(await details(panel, 1, 'diagnosis')).toContain('auth-token-at-service');
      await expectAccessible('a log');
      await panel.click('[data-action="close-log"]');
      await panel.waitFor('the form', (w) => w.document.querySelector('[name="inspect"]'));
    });

    it('leaves the record alone, and goes back to it by the keyboard', async () => {
      await panel.evaluate((w) => w.document.querySelector<HTMLElement>('[data-tab="inspect"]')?.focus());
      await panel.press('Home');
      await panel.waitFor(
        'the recorded requests',
        (w) => w.document.activeElement?.getAttribute('data-tab') === 'requests' || null,
      );
      expect(await rows(panel)).toEqual([]);
    });
  });

  describe('to check signatures with', () => {
    it('names a SEC1 key, and keeps it in the form', async () => {
      stage.standIn.tell({
        match: { host: 'maps-api.apple.com', path: '/v1/token' },
        answer: { kind: 'status', status: 401 },
      });
      await send(tab, 'fetch', TOKEN, bearer(signAuthToken(stage.key)));
      await waitForRows(panel, 1);
      expect(await details(panel, 0, 'token')).toContain('Not checked');
      const sec1 = stage.key.privateKey.export({ type: 'sec1', format: 'pem' }).toString();
      await giveKey(sec1);
      await says('the fault', '#key-fault', 'wrapped as SEC1');
      expect(
        await panel.evaluate(
          (w) => w.document.querySelector<HTMLTextAreaElement>('[name="key"]')?.value.length,
        ),
      ).toBeGreaterThan(100);
      await expectAccessible('the form of a key');
      await panel.press('Escape');
      await panel.waitFor(
        'the focus to go back',
        (w) => w.document.activeElement?.getAttribute('data-action') === 'check-with-key' || null,
      );
    });

    it('finds that a wrong one explains the refusal', async () => {
      await giveKey(toP8(makeTeamKey()));
      await says('the answer', '[role="tabpanel"]', 'does not fit the key given for KEYFORTEST');
      expect(await detailsTab(panel, 'diagnosis')).toContain('signature-mismatch');
      expect((await rows(panel)).map(({ cause }) => cause)).toEqual(['Signature does not fit the key']);
    });

    it('finds that the right one fits', async () => {
      await detailsTab(panel, 'token');
      await giveKey(publicPem(stage));
      await says('the answer', '[role="tabpanel"]', 'It fits the key given for KEYFORTEST');
      const diagnosis = await detailsTab(panel, 'diagnosis');
      expect(diagnosis).not.toContain('signature-mismatch');
      expect(diagnosis).toContain('Signed with the key given for KEYFORTEST');
    });
  });
});
