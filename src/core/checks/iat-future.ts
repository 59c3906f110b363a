import { duration, expected, fault, foundValue, instant, warning } from '../diagnosis/finding.ts';
import { lifetimeOf } from '../token/lifetime.ts';
import type { Check } from './check.ts';

/** Within this many seconds the two clocks may simply disagree; Apple's own tolerance is not documented. */
const TOLERANCE = 60;

/** A Date header has whole seconds, and so has an `iat` that was rounded up: closer, nothing can be told. */
const RESOLUTION = 1;

export const iatFuture: Check = {
  id: 'iat-future',
  step: 'time',
  mayExplain: true,
  run({ token, usedAt, clock }) {
    const from = token === null ? null : lifetimeOf(token).from;
    if (from === null || from <= usedAt + RESOLUTION) return null;
    const details = {
      certainty: clock.known ? ('proven' as const) : ('likely' as const),
      evidence: [
        expected(
          instant(usedAt),
          clock.known ? 'evidence_at_or_before_use_apple' : 'evidence_at_or_before_use_local',
        ),
        foundValue(instant(from), 'evidence_iat_claim'),
      ],
      values: { ahead: duration(from - usedAt), iat: instant(from) },
    };
    return from - usedAt > TOLERANCE ? fault(details) : warning(details);
  },
};
