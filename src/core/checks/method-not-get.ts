import { code, expected, fault, foundValue } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const methodNotGet: Check = {
  id: 'method-not-get',
  step: 'request',
  run({ entry, endpoint }) {
    if (endpoint.needs !== 'auth' && endpoint.needs !== 'access') return null;
    if (entry.method === 'GET' || entry.method === 'HEAD' || entry.method === 'OPTIONS') return null;
    return fault({
      evidence: [expected(code('GET')), foundValue(code(entry.method))],
      values: { method: code(entry.method) },
    });
  },
};
