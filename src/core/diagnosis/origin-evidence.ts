/** What each entry of an `origin` claim says of the page that sent the request, and by which rule. */
import { coverageOf, originEntries } from '../apple/origins.ts';
import { code, type Evidence } from './finding.ts';

/** A claim with more entries is read by nobody; the first ones show what is meant. */
const SHOWN = 8;

/** @param origin the page's, as browsers send it; a single entry stands in the evidence already */
export function originEvidence(claim: unknown, origin: string | null): readonly Evidence[] {
  const entries = originEntries(claim);
  if (origin === null || entries.length < 2) return [];
  return entries.slice(0, SHOWN).map((entry) => {
    const { rule } = coverageOf(entry, origin);
    return { label: 'entry', value: code(entry), note: `origin_rule_${rule.replaceAll('-', '_')}` };
  });
}
