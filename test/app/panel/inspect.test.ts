import { describe, expect, test } from 'vitest';
import { createInspect, LOG_LIMIT } from '../../../src/app/panel/inspect.ts';
import { createKeys } from '../../../src/app/panel/keys.ts';
import { EXCHANGE, GEOCODE, NOW } from '../../fixtures/entries.ts';
import { harOf } from '../../fixtures/har.ts';
import { accessToken, authToken, signedAuthToken, T } from '../../fixtures/tokens.ts';

function start(readText: (file: Blob) => Promise<string> = (file) => file.text()) {
  const keys = createKeys();
  return { keys, inspect: createInspect({ keys, readText, endpointName: (id) => id, now: () => NOW }) };
}

function causeOf(text: string): string | null | undefined {
  const { inspect } = start();
  inspect.setText(text);
  return inspect.judged.value?.diagnosis.cause?.id ?? null;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const logOf = (...entries: readonly unknown[]) => JSON.stringify({ log: { version: '1.2', entries } });
const expired = () => authToken({ exp: T - 1 });

describe('a pasted token', () => {
  test.each([
    ['alone', expired(), 'auth-token-expired'],
    ['with white space around it', ` \n${expired()}\n`, 'auth-token-expired'],
    ['as a value', `Bearer ${expired()}`, 'auth-token-expired'],
    ['as a header', `Authorization: Bearer ${expired()}`, 'auth-token-expired'],
    [
      'among other headers',
      `accept: */*\nauthorization: Bearer ${expired()}\norigin: x`,
      'auth-token-expired',
    ],
    ['as JSON has it', `"Authorization": "Bearer ${expired()}",`, 'auth-token-expired'],
    [
      'in a command line',
      `curl '${GEOCODE}' \\\n  -H 'Authorization: Bearer ${authToken()}' --compressed`,
      'auth-token-at-service',
    ],
    [
      'in a command line to another host',
      `curl https://x.test -H "Authorization: Bearer ${expired()}"`,
      'auth-token-expired',
    ],
    ['that was none', 'Bearer undefined', 'bearer-placeholder'],
    ['that was none, alone', 'undefined', 'bearer-placeholder'],
    ['with another scheme', `Basic ${authToken()}`, 'bearer-scheme'],
    ['of an access token that ended', accessToken({ exp: T - 1 }), 'access-token-expired'],
    ['that is sound', authToken(), null],
    ['of a sound access token', accessToken(), null],
    ['that is nothing', 'hello', 'token-not-jwt'],
  ])('%s is judged', (_, text, cause) => {
    expect(causeOf(text)).toBe(cause);
  });

  test('goes where its kind belongs, and was never sent', () => {
    const { inspect } = start();
    inspect.setText(authToken());
    expect(inspect.judged.value?.endpoint.id).toBe('token');
    inspect.setText(accessToken());
    expect(inspect.judged.value?.endpoint.id).toBe('geocode');
    expect(inspect.judged.value?.subject.sent).toBe(false);
  });

  test('is judged anew when a key tells of its signature', async () => {
    const { inspect, keys } = start();
    const [{ token }, { p8 }] = [await signedAuthToken(), await signedAuthToken()];
    inspect.setText(token);
    expect(inspect.judged.value?.mark).toBe('none');
    keys.write(p8);
    await keys.add(inspect.judged.value!.token!);
    expect(inspect.judged.value?.diagnosis.cause?.id).toBe('signature-mismatch');
  });

  test('goes with its text', () => {
    const { inspect } = start();
    inspect.setText(authToken());
    inspect.setText(' ');
    expect([inspect.judged.value, inspect.fault.value]).toEqual([null, null]);
  });
});

describe('a log', () => {
  const two = () =>
    logOf(
      harOf({ url: 'https://page.test/', at: NOW - 900 }),
      harOf({ url: GEOCODE, at: NOW + 10, status: 401, requestHeaders: bearer(authToken()) }),
      harOf({ url: EXCHANGE, at: NOW, status: 401, requestHeaders: bearer(expired()) }),
    );

  test('that is pasted becomes rows, and its text goes', () => {
    const { inspect } = start();
    inspect.setText(`\ufeff${two()}`);
    const log = inspect.log.value;
    expect(log?.rows.value.map(({ diagnosis }) => diagnosis.cause?.id)).toEqual([
      'auth-token-expired',
      'auth-token-at-service',
    ]);
    expect([log?.name, log?.total, inspect.text.value]).toEqual([null, 3, '']);
  });

  test('of a file is read and named', async () => {
    const { inspect } = start();
    await inspect.openFile(new File([two()], 'shop.har'));
    expect(inspect.log.value?.name).toBe('shop.har');
    expect(inspect.log.value?.rows.value).toHaveLength(2);
    expect(inspect.reading.value).toBe(false);
  });

  test('has its preflights folded in', () => {
    const { inspect } = start();
    inspect.setText(
      logOf(
        harOf({
          method: 'OPTIONS',
          at: NOW - 50,
          time: 40,
          requestHeaders: {
            'access-control-request-method': 'GET',
            'access-control-request-headers': 'authorization',
          },
        }),
        harOf({ requestHeaders: bearer(authToken()) }),
      ),
    );
    const rows = inspect.log.value?.rows.value;
    expect(rows?.map(({ entry }) => entry.preflight !== null)).toEqual([true]);
  });

  test('has its rows chosen as the recorded ones are', () => {
    const { inspect } = start();
    inspect.setText(two());
    inspect.log.value?.move(1);
    expect(inspect.log.value?.selected.value?.endpoint.id).toBe('token');
  });

  test('is judged anew when a key tells of its tokens, the other rows stay the same', async () => {
    const { inspect, keys } = start();
    const [{ token }, { p8 }] = [await signedAuthToken(), await signedAuthToken()];
    inspect.setText(
      logOf(
        harOf({ status: 401, requestHeaders: bearer(token) }),
        harOf({ url: GEOCODE, at: NOW + 5, requestHeaders: bearer(accessToken()) }),
      ),
    );
    const before = inspect.log.value!.rows.value;
    keys.write(p8);
    await keys.add(before[0]!.token!);
    const after = inspect.log.value!.rows.value;
    expect(after[0]?.diagnosis.cause?.id).toBe('signature-mismatch');
    expect(after[1]).toBe(before[1]);
  });

  test('without a request of Apple Maps is empty', () => {
    const { inspect } = start();
    inspect.setText(logOf(harOf({ url: 'https://page.test/' })));
    expect([inspect.log.value?.rows.value, inspect.log.value?.total]).toEqual([[], 1]);
  });

  test('is closed', () => {
    const { inspect } = start();
    inspect.setText(two());
    inspect.closeLog();
    expect([inspect.log.value, inspect.text.value]).toEqual([null, '']);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['a log that breaks off', '{"log":{"entries":[', 'broken-json'],
    ['a log without entries', '{"log":{}}', 'no-log'],
    ['a log that is null', '{"log":null}', 'no-log'],
    ['a list', '[1]', 'no-log'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIGT', 'private-key'],
  ] as const)('%s is named, and its text stays', (_, text, fault) => {
    const { inspect } = start();
    inspect.setText(text);
    expect([inspect.fault.value, inspect.text.value]).toEqual([fault, text]);
    expect([inspect.log.value, inspect.judged.value]).toEqual([null, null]);
  });

  test('a file beyond the limit is not read', async () => {
    const { inspect } = start(() => {
      throw new Error('It was read.');
    });
    const file = new File([], 'huge.har');
    Object.defineProperty(file, 'size', { value: LOG_LIMIT + 1 });
    await inspect.openFile(file);
    expect(inspect.fault.value).toBe('too-large');
  });

  test('a file that the browser cannot read is named', async () => {
    const { inspect } = start(() => Promise.reject(new Error('gone')));
    await inspect.openFile(new File(['{}'], 'gone.har'));
    expect([inspect.fault.value, inspect.reading.value]).toEqual(['unreadable', false]);
  });

  test('a file that comes after something newer is not shown', async () => {
    const { inspect } = start();
    const late = inspect.openFile(new File([logOf()], 'late.har'));
    expect(inspect.reading.value).toBe(true);
    inspect.setText(authToken());
    await late;
    expect([inspect.log.value, inspect.reading.value]).toEqual([null, false]);
    expect(inspect.judged.value).not.toBeNull();
  });
});
