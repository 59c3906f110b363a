import { code, expected, fault, foundValue, instant, message } from '../diagnosis/finding.ts';
import { header } from '../entry.ts';
import type { Check } from './check.ts';

export const quotaExceeded: Check = {
  id: 'quota-exceeded',
  step: 'answer',
  run({ entry, usedAt }) {
    if (entry.status !== 429) return null;
    const retryAfter = header(entry.responseHeaders, 'retry-after');
    return fault({
      evidence: [
        expected(message('evidence_an_answer')),
        foundValue(code('429')),
        foundValue(instant(usedAt), 'evidence_time_of_request'),
        ...(retryAfter === null ? [] : [foundValue(code(retryAfter), 'evidence_retry_after')]),
      ],
    });
  },
};
