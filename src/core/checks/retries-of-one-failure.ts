import { count, note } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const retriesOfOneFailure: Check = {
  id: 'retries-of-one-failure',
  step: 'request',
  run({ endpoint, log }) {
    if (endpoint.id !== 'bootstrap' || log.incident === null || log.incident.nth > 3) return null;
    return note({ values: { nth: count(log.incident.nth) } });
  },
};
