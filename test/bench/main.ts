/**
 * `npm run bench`: what judging costs, as ratios to yardsticks measured in the same run, so that a slow machine changes
 * nothing. `--json` prints the figures for machines. Exit code 1 where a bound does not hold.
 */
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { createRowMaker } from '../../src/app/panel/rows.ts';
import { type Entry, readToken } from '../../src/core/index.ts';
import { makeSecret, makeTeamKey, signAccessToken, signAuthToken } from '../stand-in/tokens.ts';

interface Figure {
  readonly name: string;
  readonly ratio: number;
  readonly bound: number;
  /** The absolute figure, in microseconds, for orientation. */
  readonly micros: number;
}

const key = makeTeamKey();
const auth = signAuthToken(key, { origin: 'example.com', scope: 'server_api' });
const access = signAccessToken(makeSecret());

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

const decoders = cost(30, 500, () => {
  decodeProtectedHeader(auth);
  decodeJwt(auth);
});
judgingInLogOf(200);
const at1000 = judgingInLogOf(1_000);
const at10000 = judgingInLogOf(10_000);
const short = readingOf(1_000);
const long = readingOf(8_000);

const figures: readonly Figure[] = [
  {
    name: 'judge one entry in a log of 1,000 / jose’s two decoders',
    ratio: at1000 / decoders,
    bound: 10,
    micros: at1000,
  },
  {
    name: 'the same in a log of 10,000 / in a log of 1,000',
    ratio: at10000 / at1000,
    bound: 1.3,
    micros: at10000,
  },
  { name: 'read 8,000 characters / 8 × 1,000 characters', ratio: long / (8 * short), bound: 2, micros: long },
];

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(figures));
} else {
  for (const { name, ratio, bound, micros } of figures) {
    const verdict = ratio <= bound ? 'holds' : 'DOES NOT HOLD';
    console.log(
      `${name.padEnd(60)} ${ratio.toFixed(2).padStart(6)}  bound ${bound}  ${verdict}  (${micros.toFixed(1)} µs)`,
    );
  }
}
process.exitCode = figures.every(({ ratio, bound }) => ratio <= bound) ? 0 : 1;
