import { code, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import { header } from '../entry.ts';
import { isPlaceholder } from '../token/bearer.ts';
import type { Check } from './check.ts';

export const bearerPlaceholder: Check = {
  id: 'bearer-placeholder',
  step: 'bearer',
  run({ bearer, carrier, entry }) {
    if (bearer === null) return null;
    if (carrier === 'token-parameter') {
      if (!isPlaceholder(bearer.token)) return null;
      return fault({
        variant: 'parameter',
        evidence: [expected(message('evidence_a_token')), foundValue(code(`token=${bearer.token}`))],
        values: { text: code(bearer.token) },
      });
    }
    if (bearer.fault?.code !== 'placeholder') return null;
    const { found } = bearer.fault;
    return fault({
      variant: found === '' ? 'empty' : '',
      evidence: [
        expected(message('evidence_bearer_and_token')),
        foundValue(code(header(entry.requestHeaders, 'authorization'))),
      ],
      values: { text: code(found) },
    });
  },
};
