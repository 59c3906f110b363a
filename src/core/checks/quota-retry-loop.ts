import { count, expected, foundValue, warning } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

/** MapKit JS tries three times by itself; more in ten seconds is the page's doing. */
const OWN_TRIES = 3;

export const quotaRetryLoop: Check = {
  id: 'quota-retry-loop',
  step: 'request',
  run({ entry, log }) {
    if (entry.status !== 429 || log.recentQuotaAnswers < OWN_TRIES) return null;
    const answers = count(log.recentQuotaAnswers + 1);
    return warning({
      evidence: [
        expected(count(OWN_TRIES), 'evidence_tries_of_mapkit'),
        foundValue(answers, 'evidence_quota_answers'),
      ],
      values: { count: answers },
    });
  },
};
