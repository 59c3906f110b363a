import { code, count, expected, fault, foundValue, message, visible } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

const ALPHABET_CODES: ReadonlySet<string> = new Set([
  'padding',
  'standard-alphabet',
  'white-space',
  'character',
  'length',
  'trailing-bits',
]);

export const tokenAlphabet: Check = {
  id: 'token-alphabet',
  step: 'shape',
  run({ token }) {
    const departure = token?.faults.find((candidate) => ALPHABET_CODES.has(candidate.code));
    if (departure === undefined) return null;
    const { part, offset, found } = departure;
    return fault({
      variant: departure.code.replace('-', '_'),
      // Text after the end of the alphabet decodes everywhere; whether Apple minds unused bits is not known.
      certainty: departure.code === 'trailing-bits' ? 'possible' : 'proven',
      evidence: [
        expected(code('A-Z a-z 0-9 - _')),
        foundValue(found === '' ? message('evidence_cut_short') : visible(found), `part_${part}`),
      ],
      values: { character: visible(found), offset: count(offset), part: message(`part_${part}`) },
    });
  },
};
