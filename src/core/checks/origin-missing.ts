import { note } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const originMissing: Check = {
  id: 'origin-missing',
  step: 'origin',
  run({ token, role, endpoint }) {
    if (role !== 'auth' || token === null || token.payload === null) return null;
    if (endpoint.group !== 'bootstrap' && endpoint.group !== 'other') return null;
    return own(token.payload, 'origin') === undefined ? note() : null;
  },
};
