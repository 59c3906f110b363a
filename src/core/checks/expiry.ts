import {
  duration,
  expected,
  fault,
  foundValue,
  instant,
  message,
  passed,
  type Verdict,
} from '../diagnosis/finding.ts';
import type { Subject } from '../diagnosis/subject.ts';
import { lifetimeOf } from '../token/lifetime.ts';

/**
 * Whether the token had ended when it was used, by Apple's clock where an answer told it. What happened to the token
 * afterwards is no fault of this request.
 */
export function expiry({ token, usedAt, clock, sent }: Subject): Verdict {
  if (token === null) return null;
  const { from, until } = lifetimeOf(token);
  if (until === null) return null;
  if (usedAt < until) {
    if (from === null || until <= from) return passed({ left: duration(until - usedAt) }, 'left');
    return passed({ left: duration(until - usedAt), life: duration(until - from) });
  }
  if (!sent) {
    return fault({
      variant: 'now',
      certainty: 'likely',
      evidence: [expected(message('evidence_a_later_end')), foundValue(instant(until), 'evidence_exp_claim')],
      values: { exp: instant(until) },
    });
  }
  return fault({
    certainty: clock.known ? 'proven' : 'likely',
    evidence: [
      expected(instant(until), 'evidence_used_before'),
      foundValue(instant(usedAt), clock.known ? 'evidence_used_at_apple' : 'evidence_used_at_local'),
    ],
    values: {
      ago: duration(usedAt - until),
      exp: instant(until),
      ...(from === null ? {} : { life: duration(until - from) }),
    },
  });
}
