import type { FindingId, Verdict } from '../diagnosis/finding.ts';
import type { Subject } from '../diagnosis/subject.ts';

/** The order in which a refusal is explained; a cause of an earlier step goes before one of a later step. */
export const STEPS = [
  'answer',
  'bearer',
  'kind',
  'shape',
  'time',
  'signature',
  'origin',
  'names',
  'request',
] as const;

/** A 400 says that the request, not the token, is not accepted. */
export const STEPS_OF_BAD_REQUEST: readonly Step[] = [
  'request',
  ...STEPS.filter((step) => step !== 'request'),
];

export type Step = (typeof STEPS)[number];

/** One rule about one entry. The file's name is the id. */
export interface Check {
  readonly id: FindingId;
  readonly step: Step;
  /** Whether a warning of this check may be named as the cause of a refusal that no fault explains. */
  readonly mayExplain?: boolean;
  readonly run: (subject: Subject) => Verdict;
}
