import { code, expected, foundValue, message, warning } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const timeNotANumber: Check = {
  id: 'time-not-a-number',
  step: 'time',
  mayExplain: true,
  run({ token }) {
    if (token === null) return null;
    for (const claim of ['iat', 'exp'] as const) {
      const value = own(token.payload, claim);
      if (value === undefined || Number.isFinite(value)) continue;
      return warning({
        certainty: 'likely',
        evidence: [
          expected(message('evidence_number')),
          foundValue(code(spelt(value)), 'evidence_claim_value'),
        ],
        values: { claim: code(claim), value: code(spelt(value)) },
      });
    }
    return null;
  },
};

/** Quotes are the point here, so a string keeps them. JSON has no word for the number that 1e999 is read as. */
function spelt(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? JSON.stringify(value) : value;
}
