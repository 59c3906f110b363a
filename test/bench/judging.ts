/** What judging costs, without a browser. */
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { createRowMaker } from '../../src/app/panel/rows.ts';
import { type Entry, readToken } from '../../src/core/index.ts';
import { makeSecret, makeTeamKey, signAccessToken, signAuthToken } from '../stand-in/tokens.ts';
import { atMostTimes, type Figure } from './figure.ts';

const key = makeTeamKey();
const auth = signAuthToken(key, { origin: 'example.com', scope: 'server_api' });
const access = signAccessToken(makeSecret());

export function judgingFigures(): readonly Figure[] {
  const decoders = cost(30, 500, () => {
    decodeProtectedHeader(auth);
    decodeJwt(auth);
  });
  judgingInLogOf(200);
  const at1000 = judgingInLogOf(1_000);
  const at10000 = judgingInLogOf(10_000);
  const short = readingOf(1_000);
  const long = readingOf(8_000);
  return [
    atMostTimes('judge one entry in a log of 1,000 / jose’s two decoders', at1000, 'µs', 10, decoders),
    atMostTimes('the same in a log of 10,000 / in a log of 1,000', at10000, 'µs', 1.3, at1000),
    atMostTimes('read 8,000 characters / 8 × 1,000 characters', long, 'µs', 2, 8 * short),
  ];
}

function entry(id: number, token: string, path: string): Entry {
  const startedAt = Date.now();
  return {
    id: String(id),
    startedAt,
    duration: 20,
    method: 'GET',
    url: `https://maps-api.apple.com/v1/${path}`,
    requestHeaders: [
      ['accept', '*/*'],
      ['origin', 'https://www.example.com'],
      ['authorization', `Bearer ${token}`],
    ],
    status: 401,
    statusText: '',
    responseHeaders: [
      ['date', new Date(startedAt).toUTCString()],
      ['content-type', 'application/json;charset=utf8'],
    ],
    body: { state: 'read', text: '{"error":{"message":"Not Authorized","details":[]}}', size: 51 },
    error: '',
    preflight: null,
  };
}

/** Microseconds for one call: the best of several rounds, which noise can only make worse. */
function cost(rounds: number, calls: number, run: (call: number) => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begun = process.hrtime.bigint();
    for (let call = 0; call < calls; call++) run(round * calls + call);
    best = Math.min(best, Number(process.hrtime.bigint() - begun) / 1000 / calls);
  }
  return best;
}

function judgingInLogOf(size: number): number {
  const makeRow = createRowMaker();
  for (let id = 0; id < size; id++) makeRow(entry(id, id % 2 === 0 ? auth : access, `geocode?q=${id}`));
  const prepared = Array.from({ length: 4_000 }, (_, n) => entry(size + n, auth, 'token'));
  return cost(20, 200, (call) => makeRow(prepared[call] ?? entry(call, auth, 'token')));
}

function readingOf(length: number): number {
  const text = `${auth.slice(0, 40)}${'A'.repeat(length)}`;
  return cost(20, 50, () => readToken(text));
}
