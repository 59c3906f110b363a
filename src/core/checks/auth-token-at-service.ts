import { expected, fault, foundValue, message, passed } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const authTokenAtService: Check = {
  id: 'auth-token-at-service',
  step: 'kind',
  run({ token, endpoint }) {
    if (token === null || endpoint.needs !== 'access') return null;
    const name = message(`endpoint_${endpoint.id}`);
    if (token.kind === 'access') return passed({ endpoint: name });
    if (token.kind !== 'auth') return null;
    const isPlain = own(token.header, 'alg') === 'ES256' && own(token.header, 'kid') !== undefined;
    return fault({
      certainty: isPlain ? 'proven' : 'likely',
      evidence: [
        expected(message('evidence_access_token'), 'evidence_hs512_mapsapi'),
        foundValue(message('evidence_auth_token'), isPlain ? 'evidence_es256_with_kid' : undefined),
      ],
      values: { endpoint: name },
    });
  },
};
