import { code, expected, fault, foundValue } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

/** The page read the new token under a name that the answer does not have, and sent what it found there. */
export const wrongFieldRead: Check = {
  id: 'wrong-field-read',
  step: 'bearer',
  run({ bearer, endpoint, log, usedAt }) {
    if (endpoint.needs !== 'access' || bearer?.fault?.code !== 'placeholder' || log.lastIssue === null)
      return null;
    if (usedAt - log.lastIssue.at > SOON) return null;
    const [right, wrong] =
      log.lastIssue.endpoint === 'token'
        ? ['accessToken', 'access_token']
        : ['authInfo.access_token', 'accessToken'];
    return fault({
      variant: log.lastIssue.endpoint,
      evidence: [
        expected(code(right), 'evidence_field_of_answer'),
        foundValue(code(`Bearer ${bearer.fault.found}`)),
      ],
      values: { text: code(bearer.fault.found), right: code(right), wrong: code(wrong) },
    });
  },
};

/** Seconds after the answer within which a page uses what it just read. */
const SOON = 60;
