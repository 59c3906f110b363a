import { nearestPath } from '../apple/endpoints.ts';
import { code, expected, fault, foundValue, message } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const pathTruncated: Check = {
  id: 'path-truncated',
  step: 'request',
  run({ endpoint }) {
    if (endpoint.id !== 'unknown') return null;
    const nearest = nearestPath(endpoint);
    if (nearest === null) return null;
    return fault({
      // Apple's own sample once ended after /v1, so nothing shows which endpoint was meant.
      variant: nearest === '' ? 'base' : '',
      certainty: nearest === '' ? 'proven' : 'likely',
      evidence: [
        expected(nearest === '' ? message('evidence_an_endpoint') : code(nearest)),
        foundValue(code(endpoint.path)),
      ],
      values: { path: code(endpoint.path), nearest: code(nearest) },
    });
  },
};
