import { code, count, expected, fault, foundValue, message, passed } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

const JSON_CODES: ReadonlySet<string> = new Set(['syntax', 'not-an-object', 'utf-8', 'depth']);

export const tokenJson: Check = {
  id: 'token-json',
  step: 'shape',
  run({ token }) {
    if (token === null || token.form !== 'jws') return null;
    const departure = token.faults.find((candidate) => JSON_CODES.has(candidate.code));
    if (departure !== undefined) {
      const { part, offset, found } = departure;
      return fault({
        variant: departure.code.replaceAll('-', '_'),
        evidence: [
          expected(message('evidence_json_object'), `part_${part}`),
          foundValue(found === '' ? message('evidence_cut_short') : code(found), 'evidence_at_offset'),
        ],
        values: { part: message(`part_${part}`), offset: count(offset) },
      });
    }
    return token.header === null || token.payload === null ? null : passed();
  },
};
