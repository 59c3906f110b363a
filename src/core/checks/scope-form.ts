import { SCOPES } from '../apple/scopes.ts';
import { code, expected, foundValue, warning } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const scopeForm: Check = {
  id: 'scope-form',
  step: 'origin',
  mayExplain: true,
  run({ token, role }) {
    if (role !== 'auth' || token === null) return null;
    const scope = own(token.payload, 'scope');
    if (scope === undefined) return null;
    const evidence = [
      expected(code(SCOPES.join(' ')), 'evidence_some_of_these'),
      foundValue(code(spelt(scope)), 'evidence_scope_claim'),
    ];
    if (typeof scope !== 'string') return warning({ variant: 'type', certainty: 'likely', evidence });
    if (scope.includes(',')) return warning({ variant: 'commas', certainty: 'likely', evidence });
    const foreign = scope.split(' ').find((word) => !SCOPES.some((known) => known === word));
    if (foreign === undefined) return null;
    return warning({ certainty: 'likely', evidence, values: { word: code(foreign) } });
  },
};

function spelt(scope: unknown): unknown {
  return Array.isArray(scope) && scope.every((word) => typeof word === 'string')
    ? JSON.stringify(scope)
    : scope;
}
