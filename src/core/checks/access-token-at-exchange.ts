import { expected, fault, foundValue, message, passed } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const accessTokenAtExchange: Check = {
  id: 'access-token-at-exchange',
  step: 'kind',
  run({ token, endpoint }) {
    if (token === null || endpoint.needs !== 'auth') return null;
    const name = message(`endpoint_${endpoint.id}`);
    if (token.kind === 'auth') return passed({ endpoint: name });
    if (token.kind !== 'access') return null;
    return fault({
      evidence: [
        expected(message('evidence_auth_token'), 'evidence_es256_with_kid'),
        foundValue(message('evidence_access_token'), 'evidence_hs512_mapsapi'),
      ],
      values: { endpoint: name },
    });
  },
};
