import { queryOf } from '../apple/endpoints.ts';
import { code, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const bearerMissing: Check = {
  id: 'bearer-missing',
  step: 'bearer',
  run({ endpoint, carrier, entry }) {
    // A preflight never carries a token; the request after it does.
    if (carrier !== null || entry.method === 'OPTIONS') return null;
    // An accepted request had its token; logs are often saved without it.
    if (entry.status >= 200 && entry.status < 300) return null;
    if (endpoint.needs !== 'auth' && endpoint.needs !== 'access') return null;
    if (endpoint.group === 'other') {
      // A snapshot URL may carry its own ECDSA signature instead of a token.
      if (queryOf(entry.url).some(([name]) => name === 'signature')) return null;
      return fault({
        variant: 'parameter',
        evidence: [expected(code('token=…')), foundValue(message('evidence_no_token_parameter'))],
      });
    }
    return fault({
      evidence: [expected(code('Authorization: Bearer …')), foundValue(message('evidence_no_authorization'))],
      values: { endpoint: message(`endpoint_${endpoint.id}`) },
    });
  },
};
