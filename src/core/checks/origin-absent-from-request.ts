import { originEntries } from '../apple/origins.ts';
import { code, expected, foundValue, message, warning } from '../diagnosis/finding.ts';
import { header } from '../entry.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const originAbsentFromRequest: Check = {
  id: 'origin-absent-from-request',
  step: 'origin',
  mayExplain: true,
  run({ token, role, origin, entry, sent }) {
    if (role !== 'auth' || token === null || origin !== null || !sent) return null;
    const [site] = originEntries(own(token.payload, 'origin'));
    // Devtools shows only provisional headers for some requests; `accept` tells that it saw them all.
    if (site === undefined || header(entry.requestHeaders, 'accept') === null) return null;
    return warning({
      certainty: 'possible',
      evidence: [
        expected(code(own(token.payload, 'origin')), 'evidence_origin_claim'),
        foundValue(message('evidence_no_origin'), 'evidence_origin_header'),
      ],
      values: { entry: code(site) },
    });
  },
};
