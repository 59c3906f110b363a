import { code, expected, foundValue, message, warning } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

/** Header members that change how a token is to be read, or bring a key along (RFC 7515 §4.1, RFC 7797, RFC 7516). */
const MEMBERS = ['crit', 'b64', 'zip', 'jku', 'x5u', 'jwk', 'x5c'];

export const headerCrit: Check = {
  id: 'header-crit',
  step: 'shape',
  mayExplain: true,
  run({ token }) {
    if (token === null) return null;
    const present = MEMBERS.filter((name) => own(token.header, name) !== undefined);
    if (present.length === 0) return null;
    return warning({
      certainty: 'possible',
      evidence: [
        expected(message('evidence_alg_kid_typ'), 'part_header'),
        foundValue(code(present.join(', ')), 'part_header'),
      ],
      values: { names: code(present.join(', ')) },
    });
  },
};
