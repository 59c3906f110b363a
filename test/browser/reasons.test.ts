import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTeamKey, signAccessToken, signAuthToken } from '../stand-in/index.ts';
import type { Devtools, Tab, View } from './drivers/driver.ts';
import { details, rowOf } from './panel-page.ts';
import { BLANK, BROWSERS, bearer, openStage, type Stage, send } from './stage.ts';

const EXCHANGE = 'https://maps-api.apple.com/v1/token?';
const GEOCODE = 'https://maps-api.apple.com/v1/geocode?';
const BOOTSTRAP = 'https://cdn.apple-mapkit.com/ma/bootstrap?';

interface Reason {
  readonly cause: string;
  readonly url: string;
  readonly header: (stage: Stage) => Readonly<Record<string, string>>;
}

const past = Math.floor(Date.now() / 1000) - 7200;
const auth =
  (...how: Parameters<typeof signAuthToken> extends [unknown, ...infer Rest] ? Rest : never) =>
  ({ key }: Stage) =>
    bearer(signAuthToken(key, ...how));

/** What the stand-in refuses for real, without being told to. */
const REASONS: readonly Reason[] = [
  { cause: 'auth-token-expired', url: EXCHANGE, header: auth({ iat: past, exp: past + 1800 }) },
  { cause: 'time-in-milliseconds', url: EXCHANGE, header: auth({}, {}, { milliseconds: true }) },
  { cause: 'header-alg', url: EXCHANGE, header: auth({}, { alg: 'HS256' }) },
  { cause: 'header-kid-missing', url: EXCHANGE, header: auth({}, { kid: undefined }) },
  { cause: 'token-duplicate-keys', url: EXCHANGE, header: auth({}, {}, { duplicateHeaderKeys: ['kid'] }) },
  { cause: 'signature-length', url: EXCHANGE, header: auth({}, {}, { signature: 'truncated' }) },
  { cause: 'iss-missing', url: EXCHANGE, header: auth({ iss: undefined }) },
  { cause: 'origin-check-failure', url: BOOTSTRAP, header: auth({ origin: 'www.demo.test' }) },
  { cause: 'bearer-placeholder', url: GEOCODE, header: () => bearer('undefined') },
  {
    cause: 'bearer-no-space',
    url: EXCHANGE,
    header: ({ key }) => ({ authorization: `Bearer${signAuthToken(key)}` }),
  },
  {
    cause: 'access-token-at-exchange',
    url: EXCHANGE,
    header: ({ standIn }) => bearer(signAccessToken(standIn.accessSecret)),
  },
  { cause: 'auth-token-at-service', url: `${GEOCODE}q=a&`, header: auth() },
  {
    cause: 'query-invalid',
    url: GEOCODE,
    header: ({ standIn }) => bearer(signAccessToken(standIn.accessSecret)),
  },
  {
    cause: 'rejected-well-formed',
    url: EXCHANGE,
    header: () => bearer(signAuthToken(makeTeamKey({ team: 'OTHERTEAM1', kid: 'UNKNOWNKEY' }))),
  },
];

describe.each(BROWSERS)('the reason of a refusal in %s', (browserName) => {
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

  it.each(REASONS)('is named: $cause', async ({ cause, url, header }) => {
    const headers = header(stage);
    await rowOf(panel, `mark=${cause}`, async (mark) => {
      const answer = await send(tab, 'fetch', `${url}${mark}`, headers);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    });
    await details(panel, 0, 'diagnosis');
    const first = await panel.evaluate(
      (w) => w.document.querySelector('[role="tabpanel"] .cause')?.textContent ?? '',
    );
    expect(first).toContain(cause);
  });
});
