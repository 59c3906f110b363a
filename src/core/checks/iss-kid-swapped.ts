import { code, expected, fault, foundValue } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

/** Both ids look alike, so only a reference proves the swap: a team or key that Apple named or accepted in this log. */
export const issKidSwapped: Check = {
  id: 'iss-kid-swapped',
  step: 'names',
  run({ token, role, log }) {
    if (role !== 'auth' || token === null) return null;
    const kid = own(token.header, 'kid');
    const iss = own(token.payload, 'iss');
    if (typeof kid !== 'string' || typeof iss !== 'string' || kid === iss) return null;
    if (!log.teams.has(kid) && !log.keys.has(iss)) return null;
    return fault({
      evidence: [
        ...(log.teams.has(kid) ? [expected(code(kid), 'evidence_is_a_team')] : []),
        ...(log.keys.has(iss) ? [expected(code(iss), 'evidence_is_a_key')] : []),
        foundValue(code(`kid ${kid}, iss ${iss}`)),
      ],
      values: { kid: code(kid), iss: code(iss) },
    });
  },
};
