/** An entry to its diagnosis: one cause, what else was found, what was ruled out. */

import { type Check, STEPS, STEPS_OF_BAD_REQUEST, type Step } from '../checks/check.ts';
import { CHECKS } from '../checks/index.ts';
import { isTenCharacterId, own } from '../token/token.ts';
import {
  appleSays,
  code,
  type Evidence,
  expected,
  type Finding,
  foundValue,
  instant,
  type RuledOut,
  text,
} from './finding.ts';
import type { Subject } from './subject.ts';

export interface Diagnosis {
  /** The finding that best explains a refused request; null where nothing was refused or nothing is known. */
  readonly cause: Finding | null;
  /** Everything else, the most severe first. */
  readonly others: readonly Finding[];
  readonly ruledOut: readonly RuledOut[];
  /** Whether the request did not get what it asked for. */
  readonly refused: boolean;
}

export function diagnose(subject: Subject, checks: readonly Check[] = CHECKS): Diagnosis {
  const steps = subject.entry.status === 400 ? STEPS_OF_BAD_REQUEST : STEPS;
  const findings: Ranked[] = [];
  const ruledOut: RuledOut[] = [];
  for (const [order, check] of checks.entries()) {
    const verdict = runSafely(check, subject);
    if (verdict === null) continue;
    if (verdict.is === 'passed') {
      ruledOut.push({ id: check.id, variant: verdict.variant, values: verdict.values });
    } else {
      const { id, severity } = verdict.finding;
      const mayExplain = severity === 'fault' || (check.mayExplain === true && id === check.id);
      findings.push({
        finding: verdict.finding,
        step: check.step,
        rank: steps.indexOf(check.step),
        order,
        mayExplain,
      });
    }
  }
  const refused = isRefused(subject, findings);
  const cause = refused ? causeOf(subject, findings) : null;
  const others = findings
    .map(({ finding }) => (subject.sent && !refused ? accepted(finding) : finding))
    .filter((finding) => finding !== cause);
  return {
    cause,
    others: others.length === 0 ? NONE : bySeverity(others),
    ruledOut: refused ? [...ruledOut, ...knownFromLog(subject)] : NONE,
    refused,
  };
}

/** Most requests are sound, and a log keeps the diagnosis of each. */
const NONE: readonly never[] = [];

interface Ranked {
  readonly finding: Finding;
  readonly step: Step;
  readonly rank: number;
  readonly order: number;
  readonly mayExplain: boolean;
}

/** A check that throws is our defect. It becomes a visible finding, and the others still run. */
function runSafely(check: Check, subject: Subject) {
  try {
    const verdict = check.run(subject);
    if (verdict === null || verdict.is === 'passed') return verdict;
    return { is: 'found' as const, finding: { id: check.id, ...verdict.finding } };
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    const finding: Finding = {
      id: 'internal',
      severity: 'note',
      certainty: 'proven',
      variant: '',
      evidence: [foundValue(code(name))],
      values: { check: code(check.id) },
    };
    return { is: 'found' as const, finding };
  }
}

function isRefused({ entry, sent }: Subject, findings: readonly Ranked[]): boolean {
  if (!sent) return findings.some(({ finding }) => finding.severity === 'fault');
  if (entry.status >= 400) return true;
  if (entry.status === 0) return findings.some(({ finding }) => finding.severity === 'fault');
  return findings.some(({ finding }) => finding.id === 'answer-not-apple' || finding.id === 'cors-blocked');
}

/** What these look at never changes in the life of a token. */
const LASTING_STEPS: readonly Step[] = ['shape', 'signature', 'names'];

const CERTAINTIES = ['proven', 'likely', 'possible'] as const;

function causeOf(subject: Subject, findings: readonly Ranked[]): Finding | null {
  // Apple accepted this very token before, so what stays the same with each use explains nothing.
  const lasting = subject.log.accepted === null ? [] : LASTING_STEPS;
  const candidates = findings.filter(({ mayExplain, step }) => mayExplain && !lasting.includes(step));
  const faults = candidates.filter(
    ({ finding }) => finding.severity === 'fault' || finding.id === 'answer-not-apple',
  );
  const [best] = (faults.length > 0 ? faults : candidates).toSorted(
    (a, b) =>
      a.rank - b.rank ||
      CERTAINTIES.indexOf(a.finding.certainty) - CERTAINTIES.indexOf(b.finding.certainty) ||
      a.order - b.order,
  );
  if (best !== undefined) return best.finding;
  const { status } = subject.entry;
  return subject.token !== null && (status === 401 || status === 403) ? rejectedWellFormed(subject) : null;
}

/** Nothing in the data explains the refusal, so what is left lies in the developer's account. */
function rejectedWellFormed({ entry, answer, token }: Subject): Finding {
  const kid = own(token?.header ?? null, 'kid');
  const iss = own(token?.payload ?? null, 'iss');
  const evidence: Evidence[] = [
    expected(code('200')),
    foundValue(code(String(entry.status)), 'evidence_no_reason'),
  ];
  if (answer.kind === 'error') evidence.push(appleSays(text(answer.message)));
  const named = isTenCharacterId(kid) && isTenCharacterId(iss);
  return {
    id: 'rejected-well-formed',
    severity: 'fault',
    certainty: 'likely',
    variant: named ? '' : 'unnamed',
    evidence,
    values: named ? { kid: code(kid), iss: code(iss) } : {},
  };
}

/** Apple accepted the request, so what looked like a fault is at most a departure from what Apple documents. */
function accepted(finding: Finding): Finding {
  return finding.severity === 'fault' ? { ...finding, severity: 'warning', certainty: 'possible' } : finding;
}

/** Earlier success rules out what lies in the developer's account: Apple knows this token, or at least this key. */
function knownFromLog({ log: { accepted, keyAccepted } }: Subject): readonly RuledOut[] {
  const id = 'rejected-well-formed';
  if (accepted !== null) {
    const values = {
      at: instant(accepted.at),
      ...(accepted.origin === null ? {} : { origin: code(accepted.origin) }),
    };
    return [{ id, variant: accepted.origin === null ? 'accepted' : 'accepted_from', values }];
  }
  return keyAccepted === null
    ? []
    : [{ id, variant: 'key_accepted', values: { at: instant(keyAccepted.at) } }];
}

const SEVERITIES = ['fault', 'warning', 'note'] as const;

function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
