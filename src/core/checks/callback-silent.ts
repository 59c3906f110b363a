import { duration, expected, foundValue, message, warning } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

/** Seconds that MapKit JS is given to ask for a map after its script came. */
const PATIENCE = 10;

export const callbackSilent: Check = {
  id: 'callback-silent',
  step: 'request',
  run({ endpoint, entry, log }) {
    if (
      endpoint.id !== 'script' ||
      entry.status !== 200 ||
      log.quietSince === null ||
      log.quietSince < PATIENCE
    )
      return null;
    return warning({
      certainty: 'likely',
      evidence: [
        expected(message('evidence_a_bootstrap')),
        foundValue(duration(log.quietSince), 'evidence_without_bootstrap'),
      ],
    });
  },
};
