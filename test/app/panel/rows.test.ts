import { describe, expect, test } from 'vitest';
import { createRowMaker } from '../../../src/app/panel/rows.ts';
import { asked, BOOTSTRAP, EXCHANGE, entryOf, GEOCODE, read, refused, TILE } from '../../fixtures/entries.ts';
import { accessToken, authToken, T } from '../../fixtures/tokens.ts';

describe('a row', () => {
  test('holds what is derived from its entry', () => {
    const entry = refused(GEOCODE, accessToken({ iat: T - 1800, exp: T - 1 }), { id: '7' });
    const row = createRowMaker()(entry);
    expect(row).toMatchObject({
      id: '7',
      endpoint: { id: 'geocode' },
      token: { kind: 'access' },
      diagnosis: { refused: true, cause: { id: 'access-token-expired' } },
      details: 'q=Berlin',
      mark: 'refused',
    });
    expect(row.entry).toBe(entry);
  });

  test('needs no token', () => {
    expect(createRowMaker()(entryOf({ url: TILE })).token).toBeNull();
  });

  test('reads each distinct token once', () => {
    const make = createRowMaker();
    const [first, second, other] = [
      make(asked(GEOCODE, accessToken())),
      make(asked(`${GEOCODE}&n=2`, accessToken())),
      make(asked(GEOCODE, accessToken({ iat: T - 1 }))),
    ];
    expect(second.token).toBe(first.token);
    expect(other.token).not.toBe(first.token);
  });

  test('does not take a cut token for the whole one', () => {
    const make = createRowMaker();
    const beginning = 'x'.repeat(8185);
    const whole = make(asked(GEOCODE, beginning));
    const cut = make(entryOf({ requestHeaders: [['Authorization', `Bearer ${beginning}`, 99_999]] }));
    expect([whole.token?.length, cut.token?.length]).toEqual([8185, 99_992]);
  });
});

describe('the details tell calls apart', () => {
  test.each([
    [GEOCODE, 'q=Berlin'],
    ['https://maps-api.apple.com/v1/geocode?lang=de&q=caf%C3%A9+noir', 'q=café noir'],
    ['https://maps-api.apple.com/v1/directions?destination=b&origin=a', 'origin=a · destination=b'],
    ['https://maps-api.apple.com/v1/geocode?q=a&q=b', 'q=a · q=b'],
    ['https://maps-api.apple.com/v1/geocode', ''],
    ['https://maps-api.apple.com/v1/place/I63%20A', 'I63 A'],
    ['https://maps-api.apple.com/v1/place/%ZZ', '%ZZ'],
    [TILE, 'z=3 · x=1 · y=2'],
    [EXCHANGE, ''],
    ['https://maps-api.apple.com/v1', '/v1'],
    ['https://cdn.apple-mapkit.com/mk/5.x.x/mapkit.js', '/mk/5.x.x/mapkit.js'],
    [`https://maps-api.apple.com/v1/geocode?q=${'x'.repeat(500)}`, `q=${'x'.repeat(198)}`],
  ])('%s: %j', (url, details) => {
    expect(createRowMaker()(entryOf({ url })).details).toBe(details);
  });
});

describe('the mark', () => {
  test.each([
    ['none where all is well', asked(EXCHANGE, authToken()), 'none'],
    ['none for a note', asked(EXCHANGE, authToken({ exp: undefined })), 'none'],
    [
      'a warning for a departure that Apple accepted',
      asked(EXCHANGE, authToken({}, { typ: 'jwt' })),
      'warning',
    ],
    ['refused for a fault', refused(EXCHANGE, accessToken()), 'refused'],
    ['refused where nothing explains it', refused(EXCHANGE, authToken()), 'refused'],
    ['refused for a status that says nothing', asked(BOOTSTRAP, authToken(), { status: 404 }), 'refused'],
    [
      'a warning where something else answered',
      asked(EXCHANGE, authToken(), { body: read('<html>') }),
      'warning',
    ],
  ])('is %s', (_, entry, mark) => {
    expect(createRowMaker()(entry).mark).toBe(mark);
  });
});
