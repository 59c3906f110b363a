/** Which claims a finding speaks of, so that it can be said where they stand. */
import type { Diagnosis, Finding, FindingId, Value } from '../../core/index.ts';

const CLAIMS: Readonly<Partial<Record<FindingId, readonly string[]>>> = {
  'header-alg': ['alg'],
  'header-typ': ['typ'],
  'header-kid-form': ['kid'],
  'iss-form': ['iss'],
  'iss-kid-swapped': ['iss', 'kid'],
  'iat-future': ['iat'],
  'exp-before-iat': ['iat', 'exp'],
  'exp-far': ['exp'],
  'portal-token-short': ['exp'],
  'auth-token-expired': ['exp'],
  'access-token-expired': ['exp'],
  'origin-form': ['origin'],
  'origin-implausible': ['origin'],
  'origin-mismatch': ['origin'],
  'origin-check-failure': ['origin'],
  'scope-form': ['scope'],
  'scope-lacks-product': ['scope'],
};

/** Findings that name their claims themselves, in one of these values: one name, or several with commas. */
const NAMED_IN: Readonly<Partial<Record<FindingId, string>>> = {
  'time-in-milliseconds': 'claim',
  'time-not-a-number': 'claim',
  'token-duplicate-keys': 'name',
  'header-crit': 'names',
  'claims-foreign': 'names',
};

export interface ClaimFinding {
  readonly finding: Finding;
  readonly is: 'refused' | 'warning';
}

/** By claim, the gravest first; notes are no fault of a claim. */
export function claimFindings({ cause, others, refused }: Diagnosis): ReadonlyMap<string, ClaimFinding> {
  const found = new Map<string, ClaimFinding>();
  for (const finding of cause === null ? others : [cause, ...others]) {
    if (finding.severity === 'note') continue;
    const is = refused && finding === cause && finding.severity === 'fault' ? 'refused' : 'warning';
    for (const name of claimsOf(finding)) if (!found.has(name)) found.set(name, { finding, is });
  }
  return found;
}

function claimsOf({ id, values }: Finding): readonly string[] {
  const named = NAMED_IN[id];
  return named === undefined ? (CLAIMS[id] ?? []) : namesIn(values[named]);
}

function namesIn(value: Value | undefined): readonly string[] {
  return value?.type === 'code' ? value.text.split(', ') : [];
}
