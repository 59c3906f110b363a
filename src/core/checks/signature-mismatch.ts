import { code, expected, fault, foundValue, message, passed } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const signatureMismatch: Check = {
  id: 'signature-mismatch',
  step: 'signature',
  run({ token, signature }) {
    if (token === null || signature === 'unchecked') return null;
    const kid = code(own(token.header, 'kid'));
    if (signature === 'fits') return passed({ kid });
    return fault({
      evidence: [
        expected(message('evidence_signed_with_given_key')),
        foundValue(message('evidence_other_key_or_changed')),
      ],
      values: { kid },
    });
  },
};
