import { expected, fault, foundValue, instant } from '../diagnosis/finding.ts';
import { lifetimeOf } from '../token/lifetime.ts';
import type { Check } from './check.ts';

export const expBeforeIat: Check = {
  id: 'exp-before-iat',
  step: 'time',
  run({ token }) {
    if (token === null) return null;
    const { from, until } = lifetimeOf(token);
    if (from === null || until === null || until > from) return null;
    return fault({
      evidence: [
        expected(instant(from), 'evidence_later_than'),
        foundValue(instant(until), 'evidence_exp_claim'),
      ],
      values: { iat: instant(from), exp: instant(until) },
    });
  },
};
