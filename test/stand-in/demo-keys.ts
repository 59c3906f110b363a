import { makeTeamKey, type TeamKey } from './team-key.ts';

/** The keys of the demo site's invented team: a sound one, and one of a team that has used up its quota. */
export type DemoKeys = { readonly good: TeamKey; readonly overQuota: TeamKey };

/** Makes the demo site's keys anew. */
export function makeDemoKeys(): DemoKeys {
  return {
    good: makeTeamKey({ team: 'DEMOTEAM01', kid: 'DEMOKEY001' }),
    overQuota: makeTeamKey({ team: 'BUSYTEAM01', kid: 'BUSYKEY001', quota: 0 }),
  };
}
