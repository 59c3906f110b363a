import { originEntries } from '../apple/origins.ts';
import { code, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const originForm: Check = {
  id: 'origin-form',
  step: 'origin',
  run({ token, role }) {
    if (role !== 'auth' || token === null) return null;
    const claim = own(token.payload, 'origin');
    if (claim === undefined) return null;
    if (typeof claim !== 'string') {
      return fault({
        variant: 'type',
        certainty: 'likely',
        evidence: [
          expected(message('evidence_text_with_commas')),
          foundValue(code(claim), 'evidence_origin_claim'),
        ],
      });
    }
    const entry = originEntries(claim).find((candidate) => candidate === '' || hasPath(candidate));
    if (entry === undefined) return null;
    const tidy = entry.replace(/^((?:[a-z]+:\/\/)?[^/]*).*$/i, '$1');
    return fault({
      variant: entry === '' ? 'empty' : '',
      evidence: [
        expected(entry === '' ? message('evidence_a_site') : code(tidy)),
        foundValue(entry === '' ? message('evidence_nothing') : code(entry), 'evidence_origin_claim'),
      ],
      values: { entry: code(entry), tidy: code(tidy) },
    });
  },
};

function hasPath(entry: string): boolean {
  return /[/?#]/.test(entry.replace(/^[a-z][a-z0-9+.-]*:\/\//i, ''));
}
