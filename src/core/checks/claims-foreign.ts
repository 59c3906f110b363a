import { code, foundValue, note } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

/** Claims that other Apple services ask for (WeatherKit, Sign in with Apple, App Store Connect). */
const FOREIGN_CLAIMS = ['sub', 'aud', 'bid', 'nonce'];

export const claimsForeign: Check = {
  id: 'claims-foreign',
  step: 'names',
  run({ token, role }) {
    if (role !== 'auth' || token === null) return null;
    const names = FOREIGN_CLAIMS.filter((name) => own(token.payload, name) !== undefined);
    if (own(token.header, 'id') !== undefined) names.push('id');
    if (names.length === 0) return null;
    return note({
      evidence: [foundValue(code(names.join(', ')))],
      values: { names: code(names.join(', ')) },
    });
  },
};
