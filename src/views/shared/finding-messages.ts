/** Which sentences belong to a finding: `finding_<id>[_<variant>]_<part>`. */
import type { Diagnosis, Finding, FindingId } from '../../core/index.ts';
import type { MessageId } from './strings.tsx';

export type FindingPart = 'title' | 'row' | 'explanation' | 'remedy' | 'passed';

interface Named {
  readonly id: FindingId;
  readonly variant: string;
}

export function findingMessage({ id, variant }: Named, part: FindingPart): MessageId {
  const name = variant === '' ? id : `${id}_${variant}`;
  return `finding_${name.replaceAll('-', '_')}_${part}` as MessageId;
}

/** What to say first: the cause, or where nothing was refused, what may break later. */
export function leadOf({ cause, others, refused }: Diagnosis): Finding | null {
  if (cause !== null || refused) return cause;
  return others.find(({ severity }) => severity !== 'note') ?? null;
}
