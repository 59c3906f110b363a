import { isAppleMapsHost, lookAlikeOf } from '../apple/hosts.ts';
import { code, expected, foundValue, warning } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const hostLookAlike: Check = {
  id: 'host-look-alike',
  step: 'request',
  mayExplain: true,
  run({ endpoint, carrier, entry }) {
    if (carrier === null || isAppleMapsHost(endpoint.host)) return null;
    const meant = lookAlikeOf(entry.url);
    if (meant === null) return null;
    return warning({
      certainty: 'likely',
      evidence: [expected(code(meant)), foundValue(code(endpoint.host))],
      values: { host: code(endpoint.host), meant: code(meant) },
    });
  },
};
