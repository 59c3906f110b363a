import type { Check } from './check.ts';
import { expiry } from './expiry.ts';

export const accessTokenExpired: Check = {
  id: 'access-token-expired',
  step: 'time',
  run: (subject) => (subject.role === 'access' ? expiry(subject) : null),
};
