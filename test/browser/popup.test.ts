import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, signAuthToken } from '../stand-in/index.ts';
import type { Tab, View } from './drivers/driver.ts';
import { holds } from './profile-files.ts';
import { BLANK, BROWSERS, CONSENT, openStage, type Stage } from './stage.ts';

const APPLE = 'https://maps-api.apple.com';
const GET = '[data-action="get-token"]';

describe.each(BROWSERS)('the popup of %s', (browserName) => {
  let stage: Stage;
  let tab: Tab;
  let popup: View;

  beforeAll(async () => {
    stage = await openStage(browserName);
    tab = await stage.browser.newTab(BLANK);
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    stage.standIn.clear();
    await stage.browser.background.evaluate((w) => w.chrome.storage.session.clear());
    popup = await stage.browser.openPopup(tab);
    return () => popup.close();
  });

  async function reopen(): Promise<void> {
    await popup.close();
    popup = await stage.browser.openPopup(tab);
  }

  async function store(name: string, token: string): Promise<void> {
    await popup.click('[data-action="add"]');
    await popup.type('[name="name"]', name);
    await popup.type('[name="token"]', token);
    await popup.click('[data-action="save"]');
    await popup.waitFor(
      'the credential',
      (w, name) => w.document.body.textContent?.includes(name) || null,
      name,
    );
  }

  const shows = (text: string) =>
    popup.waitFor(`“${text}”`, (w, text) => w.document.body.textContent?.includes(text) || null, text);
  const exchanges = () =>
    stage.standIn.requests.filter(({ path, method }) => path === '/v1/token' && method === 'GET');
  const tell = (answer: Answer, times = 1) =>
    stage.standIn.tell({ match: { path: '/v1/token' }, times, answer });
  const sound = () => signAuthToken(stage.key);
  const inHand = () =>
    popup.waitFor('the access token', (w) => w.document.querySelector('.masked')?.textContent ?? null);

  it('turns a stored auth token into a fresh access token', async () => {
    const token = sound();
    await store('Work', token);
    await popup.click(GET);
    const masked = await inHand();
    expect(masked).toMatch(/^eyJ0eXAiOiJKV1Qi/);
    await shows('29:5');
    expect(exchanges().map(({ headers }) => headers.authorization)).toEqual([`Bearer ${token}`]);
    const text = await popup.evaluate((w) => w.document.documentElement.outerHTML);
    expect(text).not.toContain(token);
  });

  it('copies the token, and the header with it', async () => {
    await store('Work', sound());
    await popup.click(GET);
    await inHand();
    await popup.click('[data-action="copy-token"]');
    await shows('Copied');
    await popup.click('[data-action="copy-header"]');
    await shows('header');
  });

  it('keeps several credentials and uses the chosen one', async () => {
    await store('Work', sound());
    const second = signAuthToken(stage.key, { scope: 'server_api' });
    await store('Home', second);
    await popup.click(GET);
    await inHand();
    expect(exchanges().map(({ headers }) => headers.authorization)).toEqual([`Bearer ${second}`]);
    expect(await popup.evaluate((w) => [...(w.document.querySelector('select')?.options ?? [])].length)).toBe(
      2,
    );
  });

  it('finishes the exchange when it is closed 10 ms after the click', async () => {
    await store('Work', sound());
    tell({ kind: 'delay', ms: 300 });
    await popup.click(GET);
    await new Promise((done) => setTimeout(done, 10));
    await reopen();
    await inHand();
    expect(exchanges()).toHaveLength(1);
  });

  it('makes one request of 50 clicks', async () => {
    await store('Work', sound());
    tell({ kind: 'delay', ms: 300 });
    await popup.evaluate((w, selector) => {
      for (let n = 0; n < 50; n++) w.document.querySelector<HTMLElement>(selector)?.click();
    }, GET);
    await inHand();
    expect(exchanges()).toHaveLength(1);
  });

  it('keeps what was being typed when it closes', async () => {
    await popup.click('[data-action="add"]');
    await popup.type('[name="name"]', 'Half a na');
    await reopen();
    expect(
      await popup.waitFor(
        'the draft',
        (w) => w.document.querySelector<HTMLInputElement>('[name="name"]')?.value || null,
      ),
    ).toBe('Half a na');
  });

  it.each([
    [
      'an expired auth token',
      () => signAuthToken(stage.key, { iat: 1_700_000_000, exp: 1_700_001_800 }),
      'auth-token-expired',
    ],
    [
      'a token in milliseconds',
      () => signAuthToken(stage.key, {}, {}, { milliseconds: true }),
      'time-in-milliseconds',
    ],
    ['a truncated token', () => sound().slice(0, 60), 'token-not-jwt'],
  ])('says what is wrong with %s and sends nothing', async (_, token, id) => {
    await store('Work', token());
    await shows(id);
    expect(
      await popup.evaluate(
        (w, selector) => w.document.querySelector<HTMLButtonElement>(selector)?.disabled ?? true,
        GET,
      ),
    ).toBe(true);
    expect(exchanges()).toHaveLength(0);
  });

  it.each<readonly [string, Answer, string]>([
    [
      '401',
      { kind: 'status', status: 401, body: { error: { message: 'Not Authorized', details: [] } } },
      'rejected-well-formed',
    ],
    ['500', { kind: 'status', status: 500 }, 'server-error'],
    ['a web page', { kind: 'html' }, 'answer-not-apple'],
    ['an empty answer', { kind: 'empty' }, 'answer-not-apple'],
    [
      'an answer without a token',
      { kind: 'status', status: 200, body: { accessToken: 5 } },
      'answer-not-apple',
    ],
    [
      'a redirect',
      { kind: 'status', status: 302, headers: { location: 'https://demo.test/blank' } },
      'network-failure',
    ],
    ['a connection that is reset', { kind: 'reset' }, 'network-failure'],
  ])('explains %s by the same diagnosis as the panel', async (_, answer, id) => {
    await store('Work', sound());
    tell(answer, answer.kind === 'reset' ? 20 : 1);
    await popup.click(GET);
    await shows(id);
  });

  it('holds the button while a 429 asks for a pause, across closing and the background’s end', async () => {
    await store('Work', sound());
    tell({ kind: 'status', status: 429, headers: { 'retry-after': '120' } });
    await popup.click(GET);
    await shows('quota-exceeded');
    await stage.browser.stopBackground();
    await reopen();
    await shows('quota-exceeded');
    await popup.evaluate((w, selector) => w.document.querySelector<HTMLElement>(selector)?.click(), GET);
    expect(
      await popup.evaluate(
        (w, selector) => w.document.querySelector<HTMLButtonElement>(selector)?.disabled,
        GET,
      ),
    ).toBe(true);
    expect(exchanges()).toHaveLength(1);
  });

  it('keeps the old token when a later exchange is refused', async () => {
    await store('Work', sound());
    await popup.click(GET);
    const first = await inHand();
    tell({ kind: 'status', status: 500 });
    await popup.click(GET);
    await shows('server-error');
    expect(await inHand()).toBe(first);
  });

  it('names an interruption when the background ends in the middle', async () => {
    await store('Work', sound());
    tell({ kind: 'silence' });
    await popup.click(GET);
    await shows('Up to 20 seconds');
    await stage.browser.stopBackground();
    await reopen();
    await shows('interrupted');
  });

  it('asks for leave when access to Apple was taken away, and goes on once it is given', async () => {
    await store('Work', sound());
    await stage.browser.revokeHost(APPLE);
    await shows('Allow');
    expect(exchanges()).toHaveLength(0);
    await stage.browser.grantHost(APPLE);
    await popup.waitFor(
      'the button',
      (w, selector) => w.document.querySelector<HTMLButtonElement>(selector)?.disabled === false || null,
      GET,
    );
    await popup.click(GET);
    await inHand();
  });

  it.runIf(browserName === 'firefox')(
    'asks for consent before the first exchange, and goes on once it is given',
    async () => {
      await stage.browser.setConsent(CONSENT, false);
      await store('Work', sound());
      await popup.click('[data-action="allow"]');
      expect(exchanges()).toHaveLength(0);
      await stage.browser.answerPermissionPrompt(true);
      await reopen();
      await popup.click(GET);
      await inHand();
    },
  );

  it('leaves no secret in its address, its title or the profile on disk', async () => {
    const token = sound();
    await store('Work', token);
    await popup.click(GET);
    await inHand();
    const secret = token.split('.')[2] ?? '';
    expect(await popup.evaluate((w) => w.location.href + w.document.title)).not.toContain(secret);
    const files = await stage.browser.profileFiles();
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => holds(file, secret))).toEqual([]);
  });
});
