import { code, expected, fault, foundValue, message, passed } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const headerAlg: Check = {
  id: 'header-alg',
  step: 'shape',
  run({ token, role }) {
    if (role !== 'auth' || token === null || token.header === null) return null;
    const alg = own(token.header, 'alg');
    if (alg === 'ES256') return passed();
    return fault({
      variant: alg === undefined ? 'missing' : '',
      evidence: [
        expected(code('ES256'), 'evidence_alg_of_auth_token'),
        foundValue(alg === undefined ? message('evidence_nothing') : code(alg), 'evidence_alg'),
      ],
      values: { alg: code(alg) },
    });
  },
};
