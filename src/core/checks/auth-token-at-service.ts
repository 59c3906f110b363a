import { expected, fault, foundValue, message, passed } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const authTokenAtService: Check = {
  id: 'auth-token-at-service',
  step: 'kind',
  run({ token, endpoint }) {
    if (token === null || endpoint.needs !== 'access') return null;
    const name = message(`endpoint_${endpoint.id}`);
    if (token.kind === 'access') return passed({ endpoint: name });
    if (token.kind !== 'auth') return null;
    return fault({
      evidence: [
        expected(message('evidence_access_token'), 'evidence_hs512_mapsapi'),
        foundValue(message('evidence_auth_token'), 'evidence_es256_with_kid'),
      ],
      values: { endpoint: name },
    });
  },
};
