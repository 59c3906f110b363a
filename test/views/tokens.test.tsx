import { describe, expect, it } from 'vitest';
import { createPanel, type Panel } from '../../src/app/panel/panel.ts';
import type { TokenTab } from '../../src/app/panel/token-tree.ts';
import { type Entry, readToken } from '../../src/core/index.ts';
import { TokenCounts } from '../../src/views/panel/tokens-foot.tsx';
import { TokensView } from '../../src/views/panel/tokens-view.tsx';
import { panelPorts, RECORDING } from '../fixtures/panel-ports.ts';
import { accessToken, authToken, BOOTSTRAP, entry, GEOCODE, HOSTILE, REFUSAL } from './entries.ts';
import { at, markup, missing, NOW, say, strings, textOf } from './reader.tsx';

const AUTH = authToken({ claims: { origin: 'example.com' } });
const ACCESS = accessToken();

function panelWith(...entries: readonly Entry[]): Panel {
  const panel = createPanel(
    panelPorts({ endpointName: (id) => strings.text(`endpoint_${id}`), now: () => NOW }),
  );
  panel.apply({ type: 'state', state: { ...RECORDING, since: at(9, 1, 12) } });
  panel.apply({ type: 'entries', entries });
  return panel;
}

const draw = (panel: Panel) => markup(<TokensView panel={panel} />);

const bootstrap = (told: Partial<Entry> = {}) =>
  entry({
    url: BOOTSTRAP,
    token: AUTH,
    headers: [['Origin', 'https://example.com']],
    answer: { authInfo: { access_token: ACCESS } },
    startedAt: at(9, 2, 10),
    responseHeaders: [],
    ...told,
  });
const geocode = (told: Partial<Entry> = {}) =>
  entry({ url: GEOCODE, token: ACCESS, startedAt: at(9, 2, 11), responseHeaders: [], ...told });

/** The text of each line, the head among them. */
function lines(html: string): readonly string[] {
  const tree = html.slice(html.indexOf('role="treegrid"'), html.indexOf('<section class="details"'));
  return tree
    .split('<div class="leaf')
    .slice(1)
    .map((line) => textOf(line.slice(line.indexOf('>') + 1, line.lastIndexOf('</div>'))));
}

function details(panel: Panel, token: string, tab: TokenTab = 'overview'): string {
  panel.tokens.choose(panel.book.recordOf(readToken(token))?.id ?? null);
  panel.tokens.tab.value = tab;
  const html = draw(panel);
  return html.slice(html.indexOf('<section class="details"'));
}

describe('the tree of tokens', () => {
  it('has a line for each token and each request', () => {
    const [, auth, answer, access, use] = lines(draw(panelWith(bootstrap(), geocode())));
    expect(auth).toContain('team EXAMPLE123 KEY4DOCS99 example.com 17:19 1 1 use, 0 refused');
    expect(answer).toBe('Bootstrap 200 09:02:10 from example.com');
    expect(access).toContain('issued by Apple');
    expect(use).toBe('Geocode 200 09:02:11 q=1 Main St');
  });

  it('is a treegrid whose lines know their level, their state and their place', () => {
    const html = draw(panelWith(bootstrap(), geocode()));
    expect(html).toMatch(/role="treegrid"[^>]*aria-rowcount="5" aria-multiselectable/);
    const rows = [...html.matchAll(/<div class="leaf" role="row"([^>]*)>/g)].map(([, told = '']) => told);
    expect(rows.map((told) => /aria-level="(\d)"/.exec(told)?.[1])).toEqual(['1', '2', '3', '4']);
    expect(rows.map((told) => /aria-expanded="(\w+)"/.exec(told)?.[1])).toEqual([
      'true',
      'true',
      'true',
      undefined,
    ]);
    expect(rows.map((told) => told.includes('tabindex="0"'))).toEqual([true, false, false, false]);
  });

  it('marks the chosen and the compared line', () => {
    const panel = panelWith(bootstrap(), geocode());
    for (const token of [AUTH, ACCESS]) {
      const record = panel.book.recordOf(readToken(token));
      if (record !== null) panel.tokens.mark(record);
    }
    expect([...draw(panel).matchAll(/aria-level="(\d)"[^>]*aria-selected="true"/g)].map((m) => m[1])).toEqual(
      ['1', '3'],
    );
  });

  it.each([
    ['still good', {}, '17:19'],
    ['ended', { exp: at(9, 11, 38) / 1000 }, 'ended 1:03 ago'],
    ['not begun', { iat: at(9, 13) / 1000 }, 'starts in 0:19'],
    ['without an end', { exp: undefined }, 'no end'],
    ['without times', { iat: 'x', exp: 'y' }, 'unknown'],
  ])('says what is left of a token that is %s', (_, claims, words) => {
    const [, line] = lines(draw(panelWith(entry({ token: authToken({ claims }) }))));
    expect(line).toContain(words);
  });

  it('counts by Apple’s clock', () => {
    const told = entry({ token: AUTH, responseHeaders: [['Date', 'Mon, 23 Nov 2026 09:04:12 GMT']] });
    expect(lines(draw(panelWith(told)))[1]).toContain('18:19');
  });

  it.each([
    ['before recording', { iat: at(9, 0) / 1000 }, 'tokens_birth_before'],
    ['out of sight', { iat: at(9, 2) / 1000 }, 'tokens_birth_unseen'],
  ] as const)('says that a token was issued %s', (_, claims, id) => {
    const told = entry({ url: GEOCODE, token: accessToken({ claims }) });
    expect(lines(draw(panelWith(told)))[1]).toContain(say(id));
  });

  it('counts repeats of one incident and names its cause', () => {
    const refusals = [0, 60, 120].map((ms) =>
      bootstrap({
        id: `r${ms}`,
        startedAt: at(9, 5) + ms,
        status: 401,
        body: entry({ answer: REFUSAL }).body,
      }),
    );
    const [, token, line] = lines(draw(panelWith(...refusals)));
    expect(token).toContain('3 3 3 uses, 3 refused');
    expect(line).toContain('Bootstrap 401 ×3 09:05:00 from example.com');
  });

  it('draws a window of thousands of uses', () => {
    const uses = Array.from({ length: 2_000 }, (_, n) => geocode({ id: `u${n}`, startedAt: at(9, 3) + n }));
    const panel = panelWith(...uses);
    expect(draw(panel)).toContain('aria-rowcount="2"');
    panel.tokens.setOpen(panel.tokens.lines.value.at(0)?.id ?? '', true);
    const html = draw(panel);
    expect(html).toContain('aria-rowcount="2002"');
    expect(html.match(/aria-rowindex=/g)?.length).toBeLessThan(60);
  });

  it('says so where no token was seen', () => {
    const html = draw(panelWith(entry({ token: null })));
    expect(textOf(html)).toContain(`${say('tokens_empty')} ${say('tokens_empty_sentence')}`);
    expect(html).toMatch(/role="treegrid"[^>]*hidden/);
  });

  it('shows names from outside as text', () => {
    const token = authToken({ claims: { iss: HOSTILE, origin: HOSTILE }, header: { kid: HOSTILE } });
    const panel = panelWith(entry({ token, headers: [['Origin', HOSTILE]] }));
    for (const tab of ['overview', 'token', 'uses'] as const)
      expect(details(panel, token, tab)).not.toContain('<img');
    expect(draw(panel)).not.toContain('<img');
  });
});

describe('the details of a token', () => {
  const panel = () => panelWith(bootstrap(), geocode(), geocode({ id: 'no', status: 401 }));

  it('tell whose it is, where it came from and what it brought', () => {
    const auth = textOf(details(panel(), AUTH));
    expect(auth).toContain('Auth token team EXAMPLE123');
    expect(auth).toContain('17:19 left of 30:00 ends 09:30:00, by Apple’s clock');
    expect(auth).toContain('Team EXAMPLE123 Key KEY4DOCS99 Origin example.com');
    expect(auth).toContain('Used 1 time, accepted');
    expect(auth).toContain(`Issued by ${say('tokens_signed_by_team')}`);
    expect(auth).toContain('Issued 1 access token');
    const access = textOf(details(panel(), ACCESS));
    expect(access).toContain('Used 2 times: 1 accepted, 1 refused');
    expect(access).toContain('Issued by Bootstrap 200 09:02:10 from example.com');
    expect(access).toContain(`Issued ${say('tokens_issued_none')}`);
  });

  it('tell that a token was issued and never used', () => {
    const text = textOf(details(panelWith(bootstrap()), ACCESS));
    expect(text).toContain(say('tokens_used_never'));
    expect(textOf(details(panelWith(bootstrap()), ACCESS, 'uses'))).toContain(say('tokens_uses_none'));
  });

  it('mark no use as the one that is looked at', () => {
    const html = details(panel(), ACCESS);
    expect(html).toContain('class="life-use"');
    expect(html).not.toContain('data-this');
    expect(textOf(details(panel(), ACCESS, 'token'))).not.toContain('when used');
  });

  it('list its uses, each a way to its request', () => {
    const html = details(panel(), ACCESS, 'uses');
    expect(html.match(/class="use" data-request=/g)).toHaveLength(2);
    expect(textOf(html)).toContain('Geocode 401 09:02:11 q=1 Main St');
  });

  it('say that it was sent beside another', () => {
    const beside = bootstrap({
      requestHeaders: [
        ['Authorization', `Bearer ${AUTH}`],
        ['X-Maps-Access-Token', accessToken({ mark: 7 })],
      ],
    });
    const html = details(panelWith(beside), accessToken({ mark: 7 }), 'uses');
    expect(textOf(html)).toContain(say('tokens_use_beside'));
    expect(details(panelWith(beside), AUTH, 'uses')).not.toContain(say('tokens_use_beside'));
  });

  it('list the first of thousands', () => {
    const uses = Array.from({ length: 500 }, (_, n) => geocode({ id: `u${n}`, startedAt: at(9, 3) + n }));
    const html = details(panelWith(...uses), ACCESS, 'uses');
    expect(html.match(/class="use"/g)).toHaveLength(200);
    expect(html).toContain(say('show_more'));
  });

  it('show a chosen request with its cause', () => {
    const told = panel();
    told.tokens.choose(told.tokens.lines.value.at(told.tokens.lines.value.length - 1)?.id ?? null);
    const html = draw(told);
    expect(html).toContain('data-action="open-request"');
    expect(textOf(html)).toContain('Geocode 401');
    expect(html).toContain('class="diagnosis"');
  });
});

describe('two tokens compared', () => {
  function compared(first: string, second: string): string {
    const panel = panelWith(entry({ token: first }), entry({ token: second }));
    panel.tokens.choose(panel.book.recordOf(readToken(first))?.id ?? null);
    const other = panel.book.recordOf(readToken(second));
    if (other !== null) panel.tokens.mark(other);
    const html = draw(panel);
    return html.slice(html.indexOf('<section class="details"'));
  }

  it('stand name by name, with what differs marked', () => {
    const html = compared(
      authToken({ claims: { origin: 'example.com' } }),
      authToken({ claims: { origin: 'www.example.com', exp: at(10, 0) / 1000, scope: 'mapkit_js' } }),
    );
    const text = textOf(html);
    expect(text).toContain('3 differences');
    expect(html.match(/<mark><bdi[^>]*>www\.<\/bdi><\/mark>/g)).toHaveLength(1);
    expect(text).toContain('30:00 later in B');
    expect(text).toContain(`scope ${say('compare_none')} mapkit_js ${say('compare_only_second')}`);
    expect(text).toContain(`kid KEY4DOCS99 KEY4DOCS99 ${say('compare_equal')}`);
  });

  it('are told apart by kind', () => {
    expect(textOf(compared(AUTH, ACCESS))).toContain(`kind auth access ${say('compare_different')}`);
  });

  it.each([
    ['in nothing but the signatures', authToken(), authToken({ mark: 5 }), 'compare_signatures_only'],
    [
      'in nothing but how they are written',
      authToken(),
      authToken({ claims: { iss: undefined, exp: undefined } }).replace(
        /\..*\./,
        `.${Buffer.from(`{ "exp": ${at(9, 30) / 1000}, "iss": "EXAMPLE123", "iat": ${at(9, 0) / 1000} }`).toString('base64url')}.`,
      ),
      'compare_writing_only',
    ],
    ['in nothing that is kept', `${'x'.repeat(8001)}`, `${'x'.repeat(8002)}`, 'compare_nothing'],
  ] as const)('differ %s', (_, first, second, id) => {
    expect(textOf(compared(first, second))).toContain(say(id));
  });

  it('can be chosen from a list', () => {
    const panel = panelWith(bootstrap());
    const html = details(panel, AUTH, 'compare');
    expect(textOf(html)).toContain(`access token ending ${ACCESS.slice(-4)}`);
    expect(html).not.toContain(`auth token ending ${AUTH.slice(-4)}</option>`);
  });

  it('are none where only one was seen', () => {
    expect(textOf(details(panelWith(entry({ token: AUTH })), AUTH, 'compare'))).toContain(
      say('compare_alone'),
    );
  });
});

describe('the foot', () => {
  it('counts tokens, good and ended', () => {
    const ended = authToken({ claims: { exp: at(9, 5) / 1000 } });
    const foot = (...told: readonly Entry[]) => textOf(markup(<TokenCounts panel={panelWith(...told)} />));
    expect(foot(bootstrap(), entry({ token: ended }))).toBe('3 tokens: 2 good, 1 ended');
    expect(foot(entry({ token: ended }))).toBe('1 token: 0 good, 1 ended');
  });
});

it('asks for no sentence that is not there', () => {
  expect([...missing]).toEqual([]);
});
