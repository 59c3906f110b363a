import { originEntries } from '../apple/origins.ts';
import { code, expected, foundValue, message, warning } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const originImplausible: Check = {
  id: 'origin-implausible',
  step: 'origin',
  mayExplain: true,
  run({ token, role }) {
    if (role !== 'auth' || token === null) return null;
    const entry = originEntries(own(token.payload, 'origin')).find(isImplausible);
    if (entry === undefined) return null;
    return warning({
      certainty: 'likely',
      evidence: [expected(message('evidence_a_site')), foundValue(code(entry), 'evidence_origin_claim')],
      values: { entry: code(entry) },
    });
  },
};

/** A Maps ID (`maps.com.example.site`), Apple's own host, or a name that no page can have. */
function isImplausible(entry: string): boolean {
  const host = entry
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[:/].*$/, '');
  if (/(^|\.)apple\.com$|(^|\.)apple-mapkit\.com$/.test(host)) return true;
  if (/^maps\.(com|org|net|io|dev|app|co|de|fr|jp|uk)\./.test(host)) return true;
  return host !== '' && host !== '*' && !host.includes('.') && !host.includes('[') && host !== 'localhost';
}
