import { code, expected, fault, foundValue } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const bearerNoSpace: Check = {
  id: 'bearer-no-space',
  step: 'bearer',
  run({ bearer }) {
    if (bearer?.fault?.code !== 'no-space') return null;
    const { found } = bearer.fault;
    const beginning = bearer.token.slice(0, 8);
    return fault({
      evidence: [expected(code(`Bearer ${beginning}…`)), foundValue(code(`${found}${beginning}…`))],
    });
  },
};
