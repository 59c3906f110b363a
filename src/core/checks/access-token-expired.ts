import { queryOf } from '../apple/endpoints.ts';
import { duration, expected, fault, foundValue, instant, type Verdict } from '../diagnosis/finding.ts';
import type { Subject } from '../diagnosis/subject.ts';
import { accessKeyEnd } from '../token/access-key.ts';
import type { Check } from './check.ts';
import { expiry } from './expiry.ts';

export const accessTokenExpired: Check = {
  id: 'access-token-expired',
  step: 'time',
  run(subject) {
    if (subject.endpoint.needs === 'access-key') return keyExpiry(subject);
    return subject.role === 'access' ? expiry(subject) : null;
  },
};

/** Tiles carry the access key in their address, whose first part is the end of the access token it came with. */
function keyExpiry({ entry, usedAt, clock }: Subject): Verdict {
  const key = queryOf(entry.url).find(([name]) => name === 'accessKey')?.[1];
  const end = key === undefined ? null : accessKeyEnd(key);
  if (end === null || usedAt < end) return null;
  return fault({
    variant: 'key',
    certainty: clock.known ? 'proven' : 'likely',
    evidence: [
      expected(instant(end), 'evidence_used_before'),
      foundValue(instant(usedAt), clock.known ? 'evidence_used_at_apple' : 'evidence_used_at_local'),
    ],
    values: { ago: duration(usedAt - end), exp: instant(end) },
  });
}
