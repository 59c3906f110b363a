import { expected, foundValue, instant, note } from '../diagnosis/finding.ts';
import { own } from '../token/token.ts';
import type { Check } from './check.ts';

export const tokenSuperseded: Check = {
  id: 'token-superseded',
  step: 'kind',
  run({ token, log, usedAt }) {
    const { lastIssue, issuer } = log;
    if (token?.kind !== 'access' || lastIssue === null || issuer === null || lastIssue.token === token.raw)
      return null;
    if (lastIssue.team !== own(token.payload, 'tid')) return null;
    if (lastIssue.at >= usedAt || lastIssue.at <= issuer.at || lastIssue.endpoint !== issuer.endpoint)
      return null;
    return note({
      evidence: [
        expected(instant(lastIssue.at), 'evidence_newest_token_issued'),
        foundValue(instant(issuer.at), 'evidence_this_token_issued'),
      ],
    });
  },
};
