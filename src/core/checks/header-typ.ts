import { code, expected, foundValue, message, warning } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const headerTyp: Check = {
  id: 'header-typ',
  step: 'shape',
  mayExplain: true,
  run({ token, role }) {
    if (role !== 'auth' || token === null || token.header === null) return null;
    const typ = own(token.header, 'typ');
    if (typ === 'JWT') return null;
    return warning({
      certainty: 'possible',
      variant: typ === undefined ? 'missing' : '',
      evidence: [
        expected(code('JWT')),
        foundValue(typ === undefined ? message('evidence_nothing') : code(typ), 'evidence_typ'),
      ],
      values: { typ: code(typ) },
    });
  },
};
