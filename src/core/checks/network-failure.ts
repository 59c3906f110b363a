import { browserSays, code, expected, fault, foundValue, message, note } from '../diagnosis/finding.ts';
import { blockedByClient } from './blocked-by-client.ts';
import type { Check } from './check.ts';
import { corsBlocked } from './cors-blocked.ts';

export const networkFailure: Check = {
  id: 'network-failure',
  step: 'answer',
  run(subject) {
    const { entry, endpoint, sent } = subject;
    if (!sent || entry.status !== 0) return null;
    if (blockedByClient.run(subject) !== null || corsBlocked.run(subject) !== null) return null;
    const evidence = [
      expected(message('evidence_an_answer')),
      foundValue(message('evidence_no_answer')),
      ...(entry.error === '' ? [] : [browserSays(code(entry.error))]),
    ];
    const values = { host: code(endpoint.host) };
    if (/ABORTED/i.test(entry.error)) return note({ variant: 'aborted', evidence, values });
    return fault({ variant: variantOf(entry.error), evidence, values });
  },
};

function variantOf(error: string): string {
  if (/CERT|SSL|TLS/i.test(error)) return 'tls';
  if (/NAME_NOT_RESOLVED|DNS/i.test(error)) return 'dns';
  if (/TIMED_OUT|timeout/i.test(error)) return 'timeout';
  if (/interrupted/i.test(error)) return 'interrupted';
  return '';
}
