import { count, expected, fault, foundValue } from '../diagnosis/finding.ts';
import { TOKEN_LIMIT } from '../token/token.ts';
import type { Check } from './check.ts';

export const tokenOversized: Check = {
  id: 'token-oversized',
  step: 'shape',
  run({ token }) {
    if (token?.form !== 'oversized') return null;
    return fault({
      certainty: 'likely',
      evidence: [
        expected(count(TOKEN_LIMIT), 'evidence_characters_at_most'),
        foundValue(count(token.length), 'evidence_characters'),
      ],
    });
  },
};
