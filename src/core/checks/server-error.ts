import { appleSays, code, count, expected, fault, foundValue, text } from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const serverError: Check = {
  id: 'server-error',
  step: 'answer',
  run({ entry, answer }) {
    if (entry.status < 500) return null;
    return fault({
      evidence: [
        expected(code('200')),
        foundValue(code(String(entry.status))),
        ...(answer.kind === 'error' ? [appleSays(text(answer.message))] : []),
      ],
      values: { status: count(entry.status) },
    });
  },
};
