import type { Check } from './check.ts';
import { expiry } from './expiry.ts';

export const authTokenExpired: Check = {
  id: 'auth-token-expired',
  step: 'time',
  run: (subject) => (subject.role === 'auth' ? expiry(subject) : null),
};
