import { browserSays, code, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const blockedByClient: Check = {
  id: 'blocked-by-client',
  step: 'answer',
  run({ entry, endpoint }) {
    if (entry.status !== 0 || !/BLOCKED|csp/i.test(entry.error)) return null;
    return fault({
      evidence: [
        expected(message('evidence_an_answer')),
        foundValue(message('evidence_no_answer')),
        browserSays(code(entry.error)),
      ],
      values: { host: code(endpoint.host) },
    });
  },
};
