import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { createPanel, type Panel } from '../../src/app/panel/panel.ts';
import type { Tab } from '../../src/app/panel/request-log.ts';
import type { RecorderState } from '../../src/app/recording/recorder.ts';
import type { Entry } from '../../src/core/index.ts';
import { PanelView } from '../../src/views/panel/panel-view.tsx';
import { panelPorts } from '../fixtures/panel-ports.ts';
import { accessToken, authToken, BOOTSTRAP, entry, GEOCODE, HOSTILE, REFUSAL } from './entries.ts';
import { at, clock, gluedTextOf, missing, NOW, say, strings, textOf, withoutOurLinks } from './reader.tsx';

const RECORDING: RecorderState = {
  recording: true,
  preserve: true,
  since: at(9, 1, 12),
  seen: 214,
  kept: 15,
  dropped: 0,
  filtered: 199,
  shown: true,
  navigations: [],
};

function panelWith(entries: readonly Entry[], state: Partial<RecorderState> = {}): Panel {
  const panel = createPanel(
    panelPorts({
      endpointName: (id) => strings.text(`endpoint_${id}`),
      now: () => NOW,
    }),
  );
  panel.apply({ type: 'state', state: { ...RECORDING, ...state } });
  panel.apply({ type: 'entries', entries });
  return panel;
}

const draw = (panel: Panel) => render(<PanelView panel={panel} clock={clock} strings={strings} />);

function open(told: Entry, tab: Tab): string {
  const panel = panelWith([told]);
  panel.selectedId.value = told.id;
  panel.tab.value = tab;
  const html = draw(panel);
  return html.slice(html.indexOf('role="tabpanel"'), html.indexOf('</main>'));
}

describe('the list', () => {
  it.each([
    [
      'accepted',
      entry({ url: GEOCODE, token: accessToken() }),
      ['Geocode', 'q=1 Main St', '200', 'access'],
      '',
    ],
    [
      'refused',
      entry({ url: GEOCODE, status: 401, answer: REFUSAL }),
      ['401', 'Auth token sent to Geocode'],
      'refused',
    ],
    [
      'suspicious',
      entry({ token: authToken({ header: { typ: undefined } }), answer: { accessToken: 'x' } }),
      ['typ is missing'],
      'warning',
    ],
    [
      'without a token',
      entry({ token: null, status: 401, answer: REFUSAL }),
      ['none', 'No token was sent'],
      'refused',
    ],
    [
      'unanswered',
      entry({ status: 0, error: 'net::ERR_NAME_NOT_RESOLVED', duration: 0, body: { state: 'none' } }),
      ['–', 'Address not found'],
      'refused',
    ],
  ] as const)('has a row for a request that was %s', (_, told, words, mark) => {
    const html = draw(panelWith([told]));
    const row = html.slice(html.indexOf('aria-rowindex="2"') - 60, html.indexOf('</main>'));
    for (const word of words) expect(textOf(row)).toContain(word);
    expect(row.includes('data-is="refused"')).toBe(mark === 'refused');
    expect(row.includes('data-is="warning"')).toBe(mark === 'warning');
  });

  it('has a row for none of the requests without need and fault', () => {
    const asset = entry({ url: 'https://cdn.apple-mapkit.com/mk/5.79.0/mapkit.js', token: null });
    expect(textOf(draw(panelWith([asset])))).toContain(say('empty_filtered_assets'));
  });

  // A busy machine is no fault.
  it('draws a window of a long list, and tells its whole length', { timeout: 60_000 }, () => {
    const panel = panelWith(
      Array.from({ length: 5000 }, (_, n) => entry({ startedAt: at(9, 0) + n, url: GEOCODE })),
    );
    const html = draw(panel);
    expect(html).toContain('aria-rowcount="5001"');
    expect(html.match(/aria-rowindex=/g)?.length).toBeLessThan(50);
  });

  it('keeps one tab stop, and the selected row in the document', () => {
    const entries = Array.from({ length: 500 }, (_, n) => entry({ startedAt: at(9, 0) + n, url: GEOCODE }));
    const panel = panelWith(entries);
    expect(draw(panel).match(/class="row"[^>]*tabindex="0"/g)).toHaveLength(1);
    panel.selectedId.value = entries[400]?.id ?? null;
    const html = draw(panel);
    expect(html.match(/class="row"[^>]*tabindex="0"/g)).toHaveLength(1);
    expect(html).toMatch(/aria-rowindex="402" aria-selected/);
  });
});

describe('an empty list', () => {
  it.each([
    ['nothing yet', {}, 'empty_nothing'],
    ['paused', { recording: false }, 'empty_paused'],
  ] as const)('says that it is %s', (_, state, id) => {
    expect(textOf(draw(panelWith([], state)))).toContain(say(id));
  });

  it('names the search that hides every request', () => {
    const panel = panelWith([entry()]);
    panel.text.value = HOSTILE;
    const html = draw(panel);
    expect(textOf(html)).toContain(`The search for “${HOSTILE}” matches nothing.`);
    expect(html).not.toContain('<img');
  });

  it('blames the chip, and not a broken expression that hides nothing', () => {
    const panel = panelWith([entry()]);
    panel.chip.value = 'tiles';
    panel.text.value = '/(/';
    expect(textOf(draw(panel))).toContain('No recorded request belongs to “Tiles”.');
  });

  it('names the chip that hides every request', () => {
    const panel = panelWith([entry()]);
    panel.chip.value = 'tiles';
    expect(textOf(draw(panel))).toContain('No recorded request belongs to “Tiles”.');
  });
});

describe('around the list', () => {
  it('stand the exact counters and the skew', () => {
    const late = entry({ responseHeaders: [['Date', 'Mon, 23 Nov 2026 09:05:15 GMT']] });
    const text = textOf(draw(panelWith([late])));
    expect(text).toContain('214 seen = 15 kept + 0 dropped + 199 filtered');
    expect(text).toContain('Apple’s clock is 2.5 s ahead of yours');
  });

  it('stands a banner when the recorder is out of reach', () => {
    const panel = panelWith([entry()]);
    panel.disconnected();
    expect(textOf(draw(panel))).toContain(say('panel_disconnected'));
  });

  it('stands how many requests each chip holds', () => {
    const text = textOf(draw(panelWith([entry(), entry({ status: 401, answer: REFUSAL })])));
    expect(text).toContain('Refused 1');
    expect(text).toContain('Exchanges 2');
  });
});

describe('the token of a request', () => {
  it('is shown in full, in three parts', () => {
    const token = authToken();
    const html = open(entry({ token }), 'token');
    expect(html.replace(/<[^>]*>/g, '')).toContain(token);
    for (const part of ['header', 'payload', 'signature']) expect(html).toContain(`data-part="${part}"`);
  });

  it('has a line in plain words for each claim, known or not', () => {
    const text = textOf(
      open(entry({ token: authToken({ claims: { origin: 'a.example', shoe: 44 } }) }), 'token'),
    );
    expect(text).toContain(`a.example ${say('claim_origin')}`);
    expect(text).toContain(`shoe 44 ${say('claim_unknown')}`);
    expect(text).toContain('Made today, 09:00:00');
    expect(text).toContain('Ends today, 09:30:00');
  });

  it.each([
    ['good then and now', authToken(), at(9, 5), ['Good when used, with 25:00 left', 'Good for another']],
    [
      'good then, ended since',
      authToken({ claims: { exp: at(9, 10) / 1000 } }),
      at(9, 5),
      ['Good when used, with 5:00 left', 'Ended 2:41 ago'],
    ],
    [
      'ended at the use',
      authToken({ claims: { exp: at(9, 4) / 1000 } }),
      at(9, 5),
      ['Ended 1:00 before this use', 'Ended 8:41 ago'],
    ],
    [
      'used early',
      authToken({ claims: { iat: at(9, 6) / 1000 } }),
      at(9, 5),
      ['Used 1:00 before it was made'],
    ],
    [
      'without an end',
      authToken({ claims: { exp: undefined } }),
      at(9, 5),
      ['No end: good until it is revoked'],
    ],
    ['without times', authToken({ claims: { iat: 'x', exp: {} } }), at(9, 5), ['Its life cannot be read']],
  ] as const)('says that it was %s', (_, token, startedAt, words) => {
    const text = textOf(open(entry({ token, startedAt, responseHeaders: [] }), 'token'));
    for (const word of words) expect(text).toContain(word);
  });

  it('has a companion where MapKit JS sent one', () => {
    const html = open(entry({ url: BOOTSTRAP, headers: [['X-Maps-Access-Token', accessToken()]] }), 'token');
    expect(textOf(html)).toContain('X-Maps-Access-Token');
    expect(html.replace(/<[^>]*>/g, '')).toContain(accessToken());
  });

  it('is said to be missing where it is', () => {
    expect(textOf(open(entry({ token: null, status: 401 }), 'token'))).toContain(say('token_none'));
  });

  it('shows a part that is not JSON as it was written', () => {
    const broken = `${Buffer.from('{"alg":').toString('base64url')}.e30.c2ln`;
    expect(textOf(open(entry({ token: broken, status: 401 }), 'token'))).toContain('{"alg":');
  });

  it('shows names like __proto__ as any other', () => {
    const payload = Buffer.from('{"__proto__":{"a":1},"constructor":"mine"}').toString('base64url');
    const text = textOf(open(entry({ token: `e30.${payload}.c2ln`, status: 401 }), 'token'));
    expect(text).toContain('__proto__ {"a":1}');
    expect(text).toContain('constructor mine');
  });
});

describe('the request', () => {
  it('is taken apart, with the token shortened', () => {
    const token = authToken();
    const html = open(entry({ url: GEOCODE, token }), 'request');
    const text = textOf(html);
    expect(gluedTextOf(html)).toContain('GET https://maps-api.apple.com/v1/geocode');
    expect(text).toContain('q 1 Main St');
    expect(text).toContain(`Bearer ${token.slice(0, 16)}…${token.slice(-4)}`);
    expect(html).not.toContain(token);
  });

  it('names the preflight', () => {
    const preflight = { status: 200, startedAt: at(9, 5), duration: 88, responseHeaders: [] };
    expect(textOf(open(entry({ preflight }), 'request'))).toContain('Preflight: answered 200 in 88 ms');
  });
});

describe('the response', () => {
  it('explains Apple’s error and shows its JSON as a tree', () => {
    const html = open(entry({ status: 401, answer: REFUSAL }), 'response');
    expect(textOf(html)).toContain('“Not Authorized”');
    expect(textOf(html)).toContain('wraps the error');
    expect(html.slice(html.indexOf('role="tree"'))).toContain('Not Authorized');
  });

  it('keeps the form of its body while the selection moves', () => {
    const told = [entry({ answer: { a: 1 } }), entry({ answer: { a: 2 } })];
    const panel = panelWith(told);
    panel.tab.value = 'response';
    panel.bodyForm.value = 'raw';
    for (const { id } of told) {
      panel.selectedId.value = id;
      expect(draw(panel)).not.toContain('role="tree"');
    }
  });

  it('names Apple’s request id', () => {
    const html = open(entry({ responseHeaders: [['X-RID', 'abc-123']] }), 'response');
    expect(textOf(html)).toContain('x-rid abc-123');
  });

  it.each(['unread', 'unavailable', 'binary', 'none'] as const)('says why a body is %s', (state) => {
    expect(textOf(open(entry({ body: { state } }), 'response'))).toContain(say(`body_${state}`));
  });

  it('says how much of a body is kept', () => {
    const body = { state: 'read', text: '{"a":', size: 2_000_000 } as const;
    expect(textOf(open(entry({ body }), 'response'))).toContain(
      'The first 5 of 2000000 characters are kept.',
    );
  });

  it('shows a web page as text', () => {
    const html = open(entry({ answer: `<!doctype html>${HOSTILE}` }), 'response');
    expect(textOf(html)).toContain(`${say('body_html')} <!doctype html>${HOSTILE}`);
    expect(html).not.toContain('<img');
  });

  it('says what the browser says where no answer came', () => {
    const html = open(entry({ status: 0, error: 'net::ERR_FAILED', body: { state: 'none' } }), 'response');
    expect(textOf(html)).toContain('The browser says net::ERR_FAILED.');
  });
});

describe('a hostile page', () => {
  it.each(['diagnosis', 'token', 'request', 'response'] as const)('gets no markup into the tab %s', (tab) => {
    const html = open(
      entry({
        url: `${GEOCODE}&${encodeURIComponent(HOSTILE)}=${encodeURIComponent(HOSTILE)}`,
        token: authToken({ claims: { [HOSTILE]: HOSTILE, iss: HOSTILE }, header: { kid: HOSTILE } }),
        headers: [['x-hostile', HOSTILE]],
        status: 401,
        statusText: HOSTILE,
        answer: { error: { message: HOSTILE, details: [{ errorType: HOSTILE, message: HOSTILE }] } },
      }),
      tab,
    );
    expect(withoutOurLinks(html)).not.toMatch(/<(img|script|a|iframe|object|embed|form)\b/);
    expect(withoutOurLinks(html)).not.toMatch(/<\w+[^>]*\s(href|src|on\w+|srcdoc)=/);
    expect(textOf(html)).toContain(HOSTILE);
  });

  it('never has an address in the document', () => {
    expect(draw(panelWith([entry()]))).not.toMatch(/<\w+[^>]*\s(href|src)=/);
  });
});

describe('the signature of a token', () => {
  const DER = Buffer.from([0x30, 68, 2, 32, ...Array(32).fill(7), 2, 32, ...Array(32).fill(9)]);

  it('is not checked while no key is given, and a form to give one can be opened', () => {
    const html = open(entry(), 'token');
    expect(textOf(html)).toContain('64 bytes. Not checked: that takes the public key.');
    expect(textOf(html)).toContain(say('signature_key_open'));
  });

  it('of an access token can be checked with no key', () => {
    const html = open(entry({ url: GEOCODE, token: accessToken() }), 'token');
    expect(textOf(html)).toContain('Not checked: only Apple has the key.');
    expect(textOf(html)).not.toContain(say('signature_key_open'));
  });

  it('in DER is offered in the form that the standard asks for', () => {
    const token = authToken().replace(/[^.]*$/, DER.toString('base64url'));
    const text = textOf(open(entry({ token }), 'token'));
    expect(text).toContain(say('signature_der'));
    expect(text).toContain(Buffer.from([...Array(32).fill(7), ...Array(32).fill(9)]).toString('base64url'));
  });
});

describe('the view of what the user brings', () => {
  function inspect(text: string): string {
    const panel = panelWith([]);
    panel.view.value = 'inspect';
    panel.inspect.setText(text);
    const html = draw(panel);
    return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  }

  it('says what it takes, and that nothing leaves', () => {
    const html = inspect('');
    expect(textOf(html)).toContain(say('inspect_label'));
    expect(textOf(html)).toContain(say('inspect_stays'));
  });

  it('says what a sound token is good for, and what was not checked', () => {
    const text = textOf(inspect(authToken({ claims: { origin: 'shop.example' } })));
    for (const id of ['inspect_sound', 'inspect_unchecked'] as const) expect(text).toContain(say(id));
    expect(text).toContain('It covers pages of shop.example only.');
    expect(text).toContain('Good for another 17:');
    expect(text).not.toContain('when used');
  });

  it('names the cause of a token that is not', () => {
    const text = textOf(inspect(accessToken({ claims: { exp: at(9, 10) / 1000 } })));
    expect(text).toContain('access-token-expired');
    expect(text).not.toContain(say('inspect_sound'));
  });

  it('gets no markup of a token or a log', () => {
    const log = {
      log: {
        entries: [
          {
            startedDateTime: new Date(NOW).toISOString(),
            request: { method: HOSTILE, url: `${GEOCODE}&x=${HOSTILE}`, headers: [] },
            response: { status: 401, statusText: HOSTILE },
          },
        ],
      },
    };
    for (const text of [authToken({ claims: { [HOSTILE]: HOSTILE, origin: HOSTILE } }), JSON.stringify(log)])
      expect(inspect(text)).not.toMatch(/<(img|script|iframe|object|embed)\b/);
    expect(textOf(inspect(JSON.stringify(log)))).toContain(
      'From the pasted text: 1 request of Apple Maps among 1',
    );
  });

  it('names the file, spelt out, and says where it holds nothing', async () => {
    const panel = panelWith([]);
    panel.view.value = 'inspect';
    await panel.inspect.openFile(new File(['{"log":{"entries":[]}}'], `${HOSTILE}\u202e.har`));
    const html = draw(panel);
    expect(textOf(html)).toContain(say('inspect_nothing'));
    expect(textOf(html)).toContain('\\u{202e}');
    expect(html).not.toContain('<img');
  });
});

it('finds every sentence that it asked for', () => {
  expect([...missing]).toEqual([]);
});
