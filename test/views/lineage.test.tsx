import { describe, expect, it } from 'vitest';
import { createPanel, type Panel } from '../../src/app/panel/panel.ts';
import { createRequestLog, type RequestLog } from '../../src/app/panel/request-log.ts';
import { createRowMaker } from '../../src/app/panel/rows.ts';
import type { Entry } from '../../src/core/index.ts';
import { LineageTab } from '../../src/views/panel/lineage-tab.tsx';
import { panelPorts, RECORDING } from '../fixtures/panel-ports.ts';
import { accessToken, authToken, BOOTSTRAP, entry, GEOCODE } from './entries.ts';
import { at, markup, missing, NOW, say, textOf } from './reader.tsx';

const AUTH = authToken();
const ACCESS = accessToken();

function panelWith(entries: readonly Entry[]): Panel {
  const panel = createPanel(panelPorts({ now: () => NOW }));
  panel.apply({ type: 'state', state: { ...RECORDING, since: at(9, 1, 12) } });
  panel.apply({ type: 'entries', entries });
  return panel;
}

function lineage(panel: Panel, id: string, log: RequestLog = panel): string {
  const row = log.rowOf(id);
  if (row === null) throw new Error('No such request');
  return markup(<LineageTab row={row} log={log} panel={panel} />);
}

const open = (id: string, ...entries: readonly Entry[]) => lineage(panelWith(entries), id);

const exchange = entry({
  id: 'exchange',
  token: AUTH,
  answer: { accessToken: ACCESS },
  startedAt: at(9, 2, 10),
});
const geocode = (id: string, told: Partial<Entry> = {}) =>
  entry({ id, url: GEOCODE, token: ACCESS, startedAt: at(9, 2, 11), ...told });
const requests = (html: string) => [...html.matchAll(/data-request="(\w+)"/g)].map(([, id]) => id);

describe('the lineage of a request', () => {
  it('leads from the auth token over the answer and the access token to it', () => {
    const html = open('g', exchange, geocode('g'));
    expect(textOf(html)).toBe(
      [
        `auth${AUTH.slice(-4)} ${say('lineage_signed')}`,
        'Token exchange 200 09:02:10',
        `access${ACCESS.slice(-4)}`,
        `Geocode 200 09:02:11 q=1 Main St ${say('lineage_this')}`,
      ].join(' '),
    );
    expect(requests(html)).toEqual(['exchange']);
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
  });

  it('goes on to what an exchange handed out, and to its uses', () => {
    const html = open('exchange', exchange, geocode('a'), geocode('b', { startedAt: at(9, 3) }));
    expect(requests(html)).toEqual(['a', 'b']);
    expect(textOf(html)).toContain(`Token exchange 200 09:02:10 ${say('lineage_this')} access`);
  });

  it('says that what an exchange handed out was not used', () => {
    expect(textOf(open('exchange', exchange))).toContain(say('tokens_used_never'));
  });

  it('shows the first twenty uses and the way to all of them', () => {
    const uses = Array.from({ length: 23 }, (_, n) => geocode(`u${n}`, { startedAt: at(9, 3) + n }));
    const html = open('exchange', exchange, ...uses);
    expect(requests(html)).toHaveLength(20);
    expect(textOf(html)).toContain('and 3 more');
    expect(html).toContain('data-action="show-requests"');
  });

  it.each([
    ['before recording', accessToken({ claims: { iat: at(9, 0) / 1000 } }), 'lineage_before'],
    ['out of sight', accessToken({ claims: { iat: at(9, 2) / 1000 } }), 'lineage_unseen'],
    ['never', AUTH, 'lineage_signed'],
  ] as const)('says that its token was issued %s', (_, token, id) => {
    expect(
      textOf(open('g', geocode('g', { requestHeaders: [['Authorization', `Bearer ${token}`]] }))),
    ).toContain(say(id));
  });

  it('says that there is none without a token', () => {
    expect(textOf(open('g', entry({ id: 'g', url: GEOCODE, token: null })))).toBe(say('lineage_none'));
  });

  it('begins with the answer where the token it was given for is not known', () => {
    const bare = entry({ id: 'e', token: null, answer: { accessToken: ACCESS } });
    expect(textOf(open('g', bare, geocode('g')))).toMatch(/^Token exchange 200/);
    const html = open('e', bare, geocode('g'));
    expect(textOf(html)).toContain(say('lineage_without_token'));
    expect(requests(html)).toEqual(['g']);
  });

  it('has a second one for the token that was sent beside', () => {
    const beside = entry({
      id: 'b',
      url: BOOTSTRAP,
      token: AUTH,
      headers: [['X-Maps-Access-Token', ACCESS]],
    });
    const html = open('b', exchange, beside);
    expect(html.match(/aria-current="true"/g)).toHaveLength(2);
    expect(textOf(html)).toContain(say('token_companion'));
    expect(requests(html)).toEqual(['exchange']);
  });

  it('ends where a token was issued in answer to itself', () => {
    const circle = entry({ id: 'c', token: ACCESS, answer: { accessToken: ACCESS } });
    const html = open('c', circle);
    expect(requests(html)).toEqual(['c']);
    expect(html.match(/aria-current="true"/g)).toHaveLength(1);
  });

  it('leads to the view of tokens in the recorded log alone', () => {
    const panel = panelWith([exchange, geocode('g')]);
    expect(lineage(panel, 'g')).toContain(say('lineage_show_token'));
    const { log, edit } = createRequestLog((id) => id);
    const make = createRowMaker();
    edit(
      [exchange, geocode('g')].map((told) => make(told)),
      [],
    );
    const html = lineage(panel, 'g', log);
    expect(html).not.toContain(say('lineage_show_token'));
    expect(requests(html)).toEqual(['exchange']);
  });
});

it('asks for no sentence that is not there', () => {
  expect([...missing]).toEqual([]);
});
