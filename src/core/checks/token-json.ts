import { count, expected, fault, foundValue, message, passed, visible } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

const JSON_CODES: ReadonlySet<string> = new Set(['syntax', 'not-an-object', 'utf-8']);

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
          // Bytes that are no text have no character to show.
          ...(departure.code === 'utf-8'
            ? []
            : [
                foundValue(
                  found === '' ? message('evidence_cut_short') : visible(found),
                  'evidence_at_offset',
                ),
              ]),
        ],
        // Readers count characters from one.
        values: { part: message(`part_${part}`), offset: count(offset + 1) },
      });
    }
    return token.header === null || token.payload === null ? null : passed();
  },
};
