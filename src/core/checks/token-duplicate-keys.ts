import { code, count, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const tokenDuplicateKeys: Check = {
  id: 'token-duplicate-keys',
  step: 'shape',
  run({ token }) {
    const duplicate = token?.faults.find((candidate) => candidate.code === 'duplicate-name');
    if (duplicate === undefined) return null;
    const { part, offset, found } = duplicate;
    return fault({
      variant: part,
      // Apple names repeated header names as a cause of refusal; of repeated claims it says nothing.
      certainty: part === 'header' ? 'proven' : 'likely',
      evidence: [expected(count(1), 'evidence_times'), foundValue(code(found), 'evidence_stands_twice')],
      values: { name: code(found), part: message(`part_${part}`), offset: count(offset) },
    });
  },
};
