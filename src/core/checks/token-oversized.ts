import { count, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import { DEPTH_LIMIT } from '../token/json.ts';
import { TOKEN_LIMIT } from '../token/token.ts';
import type { Check } from './check.ts';

export const tokenOversized: Check = {
  id: 'token-oversized',
  step: 'shape',
  run({ token }) {
    const deep = token?.faults.find((candidate) => candidate.code === 'depth');
    if (deep !== undefined) {
      return fault({
        variant: 'depth',
        certainty: 'likely',
        evidence: [
          expected(count(DEPTH_LIMIT), 'evidence_levels_at_most'),
          foundValue(message('evidence_more_levels'), `part_${deep.part}`),
        ],
        values: { part: message(`part_${deep.part}`) },
      });
    }
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
