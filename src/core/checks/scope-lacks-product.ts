import { scopeOf } from '../apple/scopes.ts';
import { code, expected, fault, foundValue } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const scopeLacksProduct: Check = {
  id: 'scope-lacks-product',
  step: 'origin',
  run({ token, role, endpoint }) {
    if (role !== 'auth' || token === null) return null;
    const scope = own(token.payload, 'scope');
    const needed = scopeOf(endpoint);
    if (typeof scope !== 'string' || needed === null || scope.split(/[\s,]+/).includes(needed)) return null;
    return fault({
      certainty: 'likely',
      evidence: [expected(code(needed)), foundValue(code(scope), 'evidence_scope_claim')],
      values: { needed: code(needed), scope: code(scope) },
    });
  },
};
