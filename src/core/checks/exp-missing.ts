import { note } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const expMissing: Check = {
  id: 'exp-missing',
  step: 'time',
  run({ token, role }) {
    if (role !== 'auth' || token === null || token.payload === null) return null;
    return own(token.payload, 'exp') === undefined ? note() : null;
  },
};
