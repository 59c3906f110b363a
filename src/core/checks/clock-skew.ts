import { duration, expected, foundValue, warning } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

/** Smaller differences harm no token that is used within its life. */
const TOLERANCE = 30;

export const clockSkew: Check = {
  id: 'clock-skew',
  step: 'time',
  run({ clock }) {
    if (!clock.known || Math.abs(clock.skew) <= TOLERANCE) return null;
    const difference = duration(Math.abs(clock.skew));
    return warning({
      variant: clock.skew > 0 ? 'behind' : 'ahead',
      evidence: [
        expected(duration(TOLERANCE), 'evidence_at_most'),
        foundValue(difference, 'evidence_date_header'),
      ],
      values: { difference },
    });
  },
};
