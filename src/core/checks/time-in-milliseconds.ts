import { code, count, expected, fault, foundValue } from '../diagnosis/finding.ts';
import { MILLISECONDS_FROM } from '../token/lifetime.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const timeInMilliseconds: Check = {
  id: 'time-in-milliseconds',
  step: 'time',
  run({ token }) {
    if (token === null) return null;
    for (const claim of ['iat', 'exp'] as const) {
      const written = own(token.payload, claim);
      const value = typeof written === 'string' && /^\d{1,20}$/.test(written) ? Number(written) : written;
      if (typeof value !== 'number' || !(value > MILLISECONDS_FROM && value < Number.POSITIVE_INFINITY))
        continue;
      return fault({
        evidence: [
          expected(code(Math.floor(value / 1000)), 'evidence_seconds'),
          foundValue(code(value), 'evidence_milliseconds'),
        ],
        values: { claim: code(claim), value: code(value), year: count(yearOf(value)) },
      });
    }
    return null;
  },
};

/** The year that a value names when it is read in seconds, as Apple reads it. */
function yearOf(seconds: number): number {
  return Math.floor(1970 + seconds / 31_556_952);
}
