import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signAccessToken, signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, View } from './drivers/driver.ts';
import { details, detailsTab, rowOf } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, SENDERS, type Sender, type Stage, send } from './stage.ts';

const TOKEN = 'https://maps-api.apple.com/v1/token';
const GEOCODE = 'https://maps-api.apple.com/v1/geocode';
const BOOTSTRAP = 'https://cdn.apple-mapkit.com/ma/bootstrap';

interface Case {
  readonly name: string;
  readonly url: string;
  readonly token: (stage: Stage) => string;
  readonly status: number;
  /** What the stand-in is told to answer, where it would not by itself. */
  readonly told?: number;
  readonly what: string;
  readonly kind: 'auth' | 'access';
  /** The id of the cause; null for an answer that is no refusal. */
  readonly cause: string | null;
  readonly answer: string;
}

const sound = ({ key }: Stage) => signAuthToken(key);
const issued = ({ standIn }: Stage) => signAccessToken(standIn.accessSecret);
const minutesAgo = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60;
const ended = { iat: minutesAgo(60), exp: minutesAgo(30) };

const CASES: readonly Case[] = [
  {
    name: 'exchange-200',
    url: TOKEN,
    token: sound,
    status: 200,
    what: 'Token exchange',
    kind: 'auth',
    cause: null,
    answer: 'expiresInSeconds',
  },
  {
    name: 'exchange-401',
    url: TOKEN,
    token: ({ key }) => signAuthToken(key, ended),
    status: 401,
    what: 'Token exchange',
    kind: 'auth',
    cause: 'auth-token-expired',
    answer: 'Not Authorized',
  },
  {
    name: 'exchange-429',
    url: TOKEN,
    token: sound,
    status: 429,
    told: 429,
    what: 'Token exchange',
    kind: 'auth',
    cause: 'quota-exceeded',
    answer: '429',
  },
  {
    name: 'exchange-500',
    url: TOKEN,
    token: sound,
    status: 500,
    told: 500,
    what: 'Token exchange',
    kind: 'auth',
    cause: 'server-error',
    answer: '500',
  },
  {
    name: 'service-200',
    url: GEOCODE,
    token: issued,
    status: 200,
    what: 'Geocode',
    kind: 'access',
    cause: null,
    answer: 'results',
  },
  {
    name: 'service-401',
    url: GEOCODE,
    token: sound,
    status: 401,
    what: 'Geocode',
    kind: 'auth',
    cause: 'auth-token-at-service',
    answer: 'Not Authorized',
  },
  {
    name: 'service-429',
    url: GEOCODE,
    token: issued,
    status: 429,
    told: 429,
    what: 'Geocode',
    kind: 'access',
    cause: 'quota-exceeded',
    answer: '429',
  },
  {
    name: 'service-500',
    url: GEOCODE,
    token: issued,
    status: 500,
    told: 500,
    what: 'Geocode',
    kind: 'access',
    cause: 'server-error',
    answer: '500',
  },
  {
    name: 'bootstrap-origin',
    url: BOOTSTRAP,
    token: ({ key }) => signAuthToken(key, { origin: 'elsewhere.example' }),
    status: 401,
    what: 'Bootstrap',
    kind: 'auth',
    cause: 'origin-check-failure',
    answer: 'Origin does not match',
  },
];

describe.each(BROWSERS)('the panel in the devtools of %s', (browserName) => {
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

  async function play({ url, told }: Case, by: Sender, token: string, mark: string): Promise<void> {
    const { host, pathname } = new URL(url);
    if (told !== undefined) {
      stage.standIn.tell({ match: { host, path: pathname }, answer: { kind: 'status', status: told } });
    }
    await send(tab, by, `${url}?q=${mark}`, bearer(token));
  }

  describe.each(SENDERS)('for a request by %s', (by) => {
    it.each(CASES)('judges $name', async (example) => {
      const token = example.token(stage);
      const row = await rowOf(panel, `${example.name}-${by}`, (mark) => play(example, by, token, mark));
      expect(row).toMatchObject({
        what: example.what,
        status: String(example.status),
        mark: example.cause === null ? '' : 'refused',
      });
      expect(row.token).toBe(`${example.kind}${token.slice(-4)}`);
      const diagnosis = await details(panel, 0, 'diagnosis');
      if (example.cause !== null) expect(diagnosis).toContain(example.cause);
      expect(await detailsTab(panel, 'token')).toContain(token);
      expect(await detailsTab(panel, 'response')).toContain(example.answer);
    });
  });
});
