import { duration, expected, foundValue, instant, message, warning } from '../diagnosis/finding.ts';
import { lifetimeOf } from '../token/lifetime.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

const DAY = 86_400;

/** 23:59:59 in California, in summer and in winter, in seconds of a UTC day. */
const ENDS_OF_DAY = [7 * 3600 - 1, 8 * 3600 - 1];

/** Unrestricted tokens of Apple's portal live seven days, to the end of the day in California: 7.1 to 8 days as seen. */
export const portalTokenShort: Check = {
  id: 'portal-token-short',
  step: 'time',
  run({ token, role, usedAt }) {
    if (role !== 'auth' || token === null || own(token.payload, 'origin') !== undefined) return null;
    const { from, until } = lifetimeOf(token);
    if (from === null || until === null || until <= usedAt || !ENDS_OF_DAY.includes(until % DAY)) return null;
    if (until - from < 7 * DAY || until - from > 8 * DAY) return null;
    return warning({
      certainty: 'likely',
      evidence: [
        expected(message('evidence_origin_or_no_end')),
        foundValue(instant(until), 'evidence_exp_claim'),
      ],
      values: { left: duration(until - usedAt), exp: instant(until) },
    });
  },
};
