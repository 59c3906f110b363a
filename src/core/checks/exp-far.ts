import { duration, expected, foundValue, instant, warning } from '../diagnosis/finding.ts';
import { lifetimeOf } from '../token/lifetime.ts';
import type { Check } from './check.ts';

/** MapKit JS warns in the console of tokens that end later than this. */
const ONE_YEAR = 365 * 86_400;

export const expFar: Check = {
  id: 'exp-far',
  step: 'time',
  run({ token, role, usedAt }) {
    const until = role !== 'auth' || token === null ? null : lifetimeOf(token).until;
    if (until === null || until <= usedAt + ONE_YEAR) return null;
    return warning({
      evidence: [
        expected(instant(usedAt + ONE_YEAR), 'evidence_at_most'),
        foundValue(instant(until), 'evidence_exp_claim'),
      ],
      values: { ahead: duration(until - usedAt), exp: instant(until) },
    });
  },
};
