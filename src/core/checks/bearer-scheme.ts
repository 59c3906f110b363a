import { code, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const bearerScheme: Check = {
  id: 'bearer-scheme',
  step: 'bearer',
  run({ bearer }) {
    if (bearer?.fault?.code !== 'scheme') return null;
    const { found, why } = bearer.fault;
    return fault({
      variant: why,
      evidence: [
        expected(code('Bearer')),
        foundValue(
          why === 'missing'
            ? message('evidence_no_scheme')
            : code(why === 'twice' ? `${found} ${found}` : found),
        ),
      ],
      values: { scheme: code(found) },
    });
  },
};
