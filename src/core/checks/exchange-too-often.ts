import { duration, expected, foundValue, instant, message, warning } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

/** A new token is fetched a minute before the old one ends; with this much left it is early, not careful. */
const EARLY = 300;

export const exchangeTooOften: Check = {
  id: 'exchange-too-often',
  step: 'request',
  run({ endpoint, log, usedAt }) {
    if (endpoint.id !== 'token' || log.lastExchange === null) return null;
    const left = log.lastExchange.goodUntil - usedAt;
    if (left < EARLY) return null;
    return warning({
      evidence: [
        expected(message('evidence_one_exchange_in_half_an_hour')),
        foundValue(instant(log.lastExchange.at), 'evidence_exchanged_before'),
      ],
      values: { left: duration(left) },
    });
  },
};
