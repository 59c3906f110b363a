import type { TeamKey } from './team-key.ts';

export type Quota = {
  /** Counts one call of the team; false when the team has no call left. */
  readonly spend: (team: string) => boolean;
  readonly clear: () => void;
};

/**
 * Counts calls per team: exchanges, bootstraps and service calls alike. The least `quota` among a team's keys holds.
 */
export function makeQuota(keys: readonly TeamKey[]): Quota {
  const spent = new Map<string, number>();
  return {
    spend(team) {
      const limits = keys.flatMap((key) => (key.team === team && key.quota !== null ? [key.quota] : []));
      const used = spent.get(team) ?? 0;
      if (used >= Math.min(Number.POSITIVE_INFINITY, ...limits)) return false;
      spent.set(team, used + 1);
      return true;
    },
    clear() {
      spent.clear();
    },
  };
}
