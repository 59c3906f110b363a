import { coverageOf, originEntries } from '../apple/origins.ts';
import { type Certainty, code, expected, fault, foundValue, passed } from '../diagnosis/finding.ts';
import { originEvidence } from '../diagnosis/origin-evidence.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const originMismatch: Check = {
  id: 'origin-mismatch',
  step: 'origin',
  run({ token, role, endpoint, origin }) {
    if (role !== 'auth' || token === null || origin === null) return null;
    const claim = own(token.payload, 'origin');
    const entries = originEntries(claim);
    if (entries.length === 0) return null;
    const judged = entries.map((entry) => coverageOf(entry, origin));
    const covering = judged.find(({ covered }) => covered);
    if (covering !== undefined) return passed({ origin: code(origin), entry: code(covering.entry) });
    // The entry that comes nearest explains most.
    const nearest = judged.find(({ rule }) => rule !== 'other-site' && rule !== 'empty-entry') ?? judged[0];
    if (nearest === undefined) return null;
    const certainty: Certainty = endpoint.group === 'bootstrap' ? 'proven' : 'likely';
    return fault({
      variant: nearest.rule.replaceAll('-', '_'),
      certainty,
      evidence: [
        expected(code(claim), 'evidence_origin_claim'),
        foundValue(code(origin), 'evidence_origin_header'),
        ...originEvidence(claim, origin),
      ],
      values: {
        origin: code(origin),
        host: code(hostOfOrigin(origin)),
        entry: code(nearest.entry),
        apex: code(apexOf(nearest.entry)),
      },
    });
  },
};

function hostOfOrigin(origin: string): string {
  return origin.replace(/^[a-z]+:\/\//, '');
}

function apexOf(entry: string): string {
  return entry.replace(/^[a-z]+:\/\//, '').replace(/^\*\./, '');
}
