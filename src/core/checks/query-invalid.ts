import { queryOf } from '../apple/endpoints.ts';
import { MAPS_API_HOST } from '../apple/hosts.ts';
import { formFault, PARAMETERS } from '../apple/parameters.ts';
import {
  appleSays,
  code,
  type Evidence,
  expected,
  fault,
  foundValue,
  message,
  text,
} from '../diagnosis/finding.ts';
import type { Check } from './check.ts';

export const queryInvalid: Check = {
  id: 'query-invalid',
  step: 'request',
  run({ entry, endpoint, answer }) {
    // MapKit JS's own host takes other names and forms, which Apple does not document.
    const table = endpoint.host === MAPS_API_HOST ? PARAMETERS[endpoint.id] : undefined;
    const query = queryOf(entry.url);
    const said: readonly Evidence[] =
      entry.status === 400 && answer.kind === 'error' ? [appleSays(text(answer.message))] : [];
    if (table !== undefined) {
      const names = query.map(([name]) => name);
      const missing = table.required.find((name) => !names.includes(name));
      if (missing !== undefined) {
        return fault({
          variant: 'missing',
          evidence: [expected(code(missing)), foundValue(message('evidence_nothing')), ...said],
          values: { name: code(missing) },
        });
      }
      const conflict = table.conflicts.find((pair) => pair.every((name) => names.includes(name)));
      if (conflict !== undefined) {
        const [first, second] = conflict;
        return fault({
          variant: 'conflict',
          evidence: [
            expected(message('evidence_one_of_the_two')),
            foundValue(code(`${first}, ${second}`)),
            ...said,
          ],
          values: { first: code(first), second: code(second) },
        });
      }
      const repeated = names.find(
        (name, at) => names.indexOf(name) !== at && Object.hasOwn(table.forms, name),
      );
      if (repeated !== undefined) {
        return fault({
          variant: 'repeated',
          certainty: 'likely',
          evidence: [
            expected(message('evidence_once')),
            foundValue(code(repeated), 'evidence_more_than_once'),
            ...said,
          ],
          values: { name: code(repeated) },
        });
      }
      for (const [name, value] of query) {
        const form = Object.hasOwn(table.forms, name) ? table.forms[name] : undefined;
        const departure = form === undefined ? null : formFault(form, value);
        if (form === undefined || departure === null) continue;
        return fault({
          variant: departure.replace('-', '_'),
          certainty: 'likely',
          evidence: [
            expected(
              'words' in form ? code(form.words.join(', ')) : message(`form_${form.kind.replace('-', '_')}`),
            ),
            foundValue(code(value), 'evidence_in_the_address'),
            ...said,
          ],
          values: { name: code(name), value: code(value) },
        });
      }
    }
    if (entry.status !== 400) return null;
    return fault({
      variant: 'unnamed',
      certainty: 'likely',
      evidence: [expected(code('200')), foundValue(code('400')), ...said],
    });
  },
};
