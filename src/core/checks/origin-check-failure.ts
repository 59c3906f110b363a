import { appleSays, code, expected, fault, foundValue, message, text } from '../diagnosis/finding.ts';
import { originEvidence } from '../diagnosis/origin-evidence.ts';
import { header } from '../entry.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const originCheckFailure: Check = {
  id: 'origin-check-failure',
  step: 'answer',
  run({ answer, entry, token }) {
    if (answer.kind !== 'error') return null;
    const detail = answer.details.find(({ errorType }) => errorType === 'ORIGIN_CHECK_FAILURE');
    if (detail === undefined) return null;
    const claim = own(token?.payload ?? null, 'origin');
    const origin = header(entry.requestHeaders, 'origin');
    return fault({
      variant: origin === null ? 'no_origin' : '',
      evidence: [
        ...(claim === undefined ? [] : [expected(code(claim), 'evidence_origin_claim')]),
        foundValue(origin === null ? message('evidence_no_origin') : code(origin), 'evidence_origin_header'),
        ...originEvidence(claim, origin),
        appleSays(text(detail.message)),
      ],
      values: { origin: code(origin ?? '') },
    });
  },
};
