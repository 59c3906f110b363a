import { browserSays, code, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import { type Entry, header } from '../entry.ts';
import type { Check } from './check.ts';

export const corsBlocked: Check = {
  id: 'cors-blocked',
  step: 'answer',
  run({ entry }) {
    const variant = corsFault(entry);
    if (variant === null) return null;
    const { preflight } = entry;
    return fault({
      variant,
      certainty: variant === 'preflight' ? 'proven' : 'likely',
      evidence: [
        expected(code('Access-Control-Allow-Origin')),
        variant === 'preflight' && preflight !== null
          ? foundValue(code(`OPTIONS ${preflight.status}`), 'evidence_preflight')
          : foundValue(message('evidence_answer_withheld')),
        ...(entry.error === '' ? [] : [browserSays(code(entry.error))]),
      ],
    });
  },
};

/** `preflight`: the preflight forbade the request. `answer`: the answer came and was withheld from the page. */
function corsFault(entry: Entry): 'preflight' | 'answer' | null {
  const { preflight, status, error } = entry;
  if (status > 0) return error === 'net::ERR_FAILED' ? 'answer' : null;
  if (preflight === null || preflight.status === 0) return null;
  const forbidden =
    preflight.status >= 300 || header(preflight.responseHeaders, 'access-control-allow-origin') === null;
  return forbidden || error === 'net::ERR_FAILED' ? 'preflight' : null;
}
