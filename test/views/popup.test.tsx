import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { createPopup, type Popup } from '../../src/app/credentials/popup.ts';
import { type Draft, recordKey } from '../../src/app/credentials/records.ts';
import type { Entry } from '../../src/core/index.ts';
import { PopupView } from '../../src/views/popup/popup-view.tsx';
import { accessToken, authToken, entry, HOSTILE, REFUSAL } from './entries.ts';
import { at, clock, missing, NOW, say, strings, textOf, withoutOurLinks } from './reader.tsx';

const ISSUED = accessToken({ claims: { iat: at(9, 11, 2) / 1000, exp: at(9, 41, 2) / 1000 } });

interface Stored {
  readonly token?: string;
  readonly name?: string;
  readonly state?: 'asking' | 'ended' | 'interrupted' | 'not-permitted';
  readonly entry?: Entry;
  readonly issued?: {
    readonly accessToken: string;
    readonly issuedAt: number;
    readonly endsAt: number | null;
  };
  readonly draft?: Draft;
  readonly granted?: boolean;
}

const IN_HAND = { accessToken: ISSUED, issuedAt: at(9, 11, 2), endsAt: at(9, 41, 2) };

async function drawn(stored: Stored | null): Promise<string> {
  const records: Record<string, string> = {};
  const put = (key: string, record: unknown) => {
    if (record !== undefined) records[key] = JSON.stringify(record);
  };
  if (stored !== null) {
    const { name = 'Springfield site', token = authToken() } = stored;
    if (stored.draft === undefined || stored.draft.id !== null)
      put(recordKey('credential', 'a'), { id: 'a', name, token, addedAt: 1 });
    if (stored.state !== undefined)
      put(recordKey('attempt', 'a'), {
        startedAt: NOW - 9000,
        state: stored.state,
        entry: stored.entry ?? null,
      });
    put(recordKey('issued', 'a'), stored.issued);
    put(recordKey('draft'), stored.draft);
  }
  const popup = createPopup({
    store: {
      all: async () => records,
      get: async (key) => records[key] ?? null,
      set: async () => {},
      remove: async () => {},
      onChange: () => {},
    },
    permission: {
      granted: async () => stored?.granted ?? true,
      request: async () => true,
      onChange: () => {},
    },
    exchange: () => {},
    copy: async () => true,
    now: clock.now,
    time: () => NOW,
    newId: () => 'b',
  });
  await settled(popup);
  return render(<PopupView popup={popup} clock={clock} strings={strings} />);
}

async function settled(popup: Popup): Promise<void> {
  for (let turn = 0; turn < 5 || !popup.loaded.value; turn++) await Promise.resolve();
}

const answered = (status: number, answer: unknown, told: Partial<Entry> = {}) =>
  entry({ startedAt: NOW - 9000, status, answer, responseHeaders: [], ...told });

describe('the popup', () => {
  it('asks for a credential at first', async () => {
    const text = textOf(await drawn(null));
    expect(text).toContain(say('popup_first'));
    expect(text).toContain(say('not_affiliated'));
    expect(text).toContain(say('popup_kept'));
  });

  it.each<readonly [string, Stored, readonly string[]]>([
    ['ready', {}, ['Ready', 'good for 17:19', say('popup_get')]],
    ['ready, without an end', { token: authToken({ claims: { exp: undefined } }) }, [say('popup_auth_open')]],
    ['asking', { state: 'asking' }, [say('popup_get_asking'), say('popup_asking_sentence')]],
    ['interrupted', { state: 'interrupted' }, [say('popup_interrupted'), say('popup_get')]],
    ['not permitted', { granted: false }, [say('popup_not_permitted'), say('popup_allow')]],
    [
      'sure that Apple would refuse the token',
      { token: authToken({ claims: { exp: at(9, 1) / 1000 } }) },
      [say('popup_unsound'), 'auth-token-expired', say('popup_unsound_sentence')],
    ],
    [
      'refused',
      { state: 'ended', entry: answered(401, REFUSAL) },
      ['Last answer: refused', '09:12:31', 'rejected-well-formed', say('popup_again')],
    ],
    [
      'left without an answer',
      { state: 'ended', entry: answered(0, '', { error: 'net::ERR_FAILED', body: { state: 'none' } }) },
      [say('popup_unanswered'), 'network-failure'],
    ],
    [
      'left without a token',
      { state: 'ended', entry: answered(200, '<!doctype html><title>Login</title>') },
      [say('popup_unusable'), 'answer-not-apple'],
    ],
    [
      'held by a 429',
      { state: 'ended', entry: answered(429, '', { responseHeaders: [['Retry-After', '120']] }) },
      ['quota-exceeded', 'Apple asked for a pause: 1:51 to go.'],
    ],
  ])('says that it is %s', async (_, stored, words) => {
    const text = textOf(await drawn(stored));
    for (const word of words) expect(text).toContain(word);
    expect([...missing]).toEqual([]);
  });

  it.each([
    ['while Apple is asked', { state: 'asking' }],
    [
      'while a 429 asks for a pause',
      { state: 'ended', entry: answered(429, '', { responseHeaders: [['Retry-After', '120']] }) },
    ],
  ] as const)('disables its button %s', async (_, stored) => {
    expect(await drawn(stored)).toMatch(/data-action="get-token"[^>]*\sdisabled/);
  });

  it('gives the button back when the pause is over', async () => {
    const told = { responseHeaders: [['Retry-After', '5']] } as const;
    expect(await drawn({ state: 'ended', entry: answered(429, '', told) })).not.toMatch(/\sdisabled/);
  });
});

describe('the token in hand', () => {
  it('is masked, with its countdown and its end', async () => {
    const html = await drawn({ issued: IN_HAND });
    const text = textOf(html);
    expect(html.replace(/<[^>]*>/g, '')).toContain(`${ISSUED.slice(0, 16)}••••`);
    expect(html).not.toContain(ISSUED);
    expect(text).toContain('28:21');
    expect(text).toContain('left of 30:00');
    expect(text).toContain('ends 09:41:02, Apple’s clock');
  });

  it('says when it has ended', async () => {
    const html = await drawn({ issued: { ...IN_HAND, endsAt: at(9, 12) } });
    expect(textOf(html)).toContain('Ended 0:41 ago');
  });

  it('says when nothing tells its end', async () => {
    const text = textOf(await drawn({ issued: { accessToken: 'opaque', issuedAt: NOW, endsAt: null } }));
    expect(text).toContain(say('card_no_end'));
  });

  it('stays when a later exchange was refused', async () => {
    const text = textOf(await drawn({ state: 'ended', entry: answered(401, REFUSAL), issued: IN_HAND }));
    expect(text).toContain('rejected-well-formed');
    expect(text).toContain('28:21');
  });
});

describe('the form', () => {
  const form = (token: string, name = 'Work') => drawn({ draft: { id: null, name, token } });

  it.each([
    ['a sound token', authToken(), 'Work', 'A sound auth token, good for 17:19'],
    ['no token', '', 'Work', 'form_token_missing'],
    ['no name', authToken(), '', 'form_name_missing'],
    ['an access token', accessToken(), 'Work', 'form_token_is_access'],
    ['a private key', '-----BEGIN PRIVATE KEY-----', 'Work', 'form_token_is_key'],
    [
      'an expired token',
      authToken({ claims: { exp: at(9, 1) / 1000 } }),
      'Work',
      'This auth token has ended.',
    ],
    ['half a token', 'eyJhbGciOiJFUzI1NiJ9.eyJ', 'Work', 'finding_token_not_jwt_truncated_title'],
  ] as const)('judges %s before it is saved', async (_, token, name, words) => {
    const expected = Object.hasOwn(messages, words) ? say(words as Parameters<typeof say>[0]) : words;
    expect(textOf(await form(token, name))).toContain(expected);
  });

  it('offers to remove a stored credential only', async () => {
    expect(textOf(await form(authToken()))).not.toContain(say('form_remove'));
    const stored = await drawn({ draft: { id: 'a', name: 'Work', token: authToken() } });
    expect(textOf(stored)).toContain(say('form_remove'));
  });
});

it('shows markup in a name and in an answer as text', async () => {
  const html = await drawn({
    name: HOSTILE,
    state: 'ended',
    entry: answered(401, { error: { message: HOSTILE, details: [] } }),
  });
  expect(withoutOurLinks(html)).not.toMatch(/<img|<\w+[^>]*\s(href|src)=/);
  expect(textOf(html)).toContain(HOSTILE);
});
