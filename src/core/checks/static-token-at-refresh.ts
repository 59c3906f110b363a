import { expected, fault, foundValue, instant } from '../diagnosis/finding.ts';
import { lifetimeOf } from '../token/lifetime.ts';
import type { Check } from './check.ts';

export const staticTokenAtRefresh: Check = {
  id: 'static-token-at-refresh',
  step: 'time',
  run({ token, endpoint, log, usedAt }) {
    if (endpoint.id !== 'bootstrap' || token === null || log.accepted === null) return null;
    const { until } = lifetimeOf(token);
    if (until === null || usedAt < until || log.accepted.at >= until) return null;
    return fault({
      evidence: [
        expected(instant(until), 'evidence_used_before'),
        foundValue(instant(usedAt), 'evidence_used_again_at'),
        foundValue(instant(log.accepted.at), 'evidence_accepted_first_at'),
      ],
      values: { exp: instant(until), first: instant(log.accepted.at) },
    });
  },
};
