import { code, expected, foundValue, message, warning } from '../diagnosis/finding.ts';
import { issuedBy } from '../exchange.ts';
import type { Check } from './check.ts';

const SHOWN = 120;

export const answerNotApple: Check = {
  id: 'answer-not-apple',
  step: 'answer',
  mayExplain: true,
  run({ entry, answer, endpoint }) {
    if (endpoint.group !== 'exchange' && endpoint.group !== 'bootstrap' && endpoint.group !== 'service')
      return null;
    if (entry.status >= 300 && entry.status < 400 && entry.status !== 304) {
      return warning({
        variant: 'redirect',
        evidence: [expected(message('evidence_json')), foundValue(code(String(entry.status)))],
      });
    }
    if (answer.kind === 'html' || answer.kind === 'text') {
      return warning({
        variant: answer.kind,
        evidence: [expected(message('evidence_json')), foundValue(code(answer.text.slice(0, SHOWN)))],
      });
    }
    if (
      endpoint.id === 'token' &&
      answer.kind === 'json' &&
      entry.status === 200 &&
      issuedBy(entry) === null
    ) {
      return warning({
        variant: 'fields',
        evidence: [
          expected(code('accessToken')),
          foundValue(code(entry.body.state === 'read' ? entry.body.text.slice(0, SHOWN) : '')),
        ],
      });
    }
    if (answer.kind === 'empty' && entry.status === 200 && !/^(HEAD|OPTIONS)$/.test(entry.method)) {
      return warning({
        variant: 'empty',
        evidence: [expected(message('evidence_json')), foundValue(message('evidence_nothing'))],
      });
    }
    return null;
  },
};
