import type { Quota } from './quota.ts';
import type { TeamKey } from './team-key.ts';

/** What the Apple side knows: its keys, its secrets, its clock and what each team has used. */
export type World = {
  readonly keys: readonly TeamKey[];
  /** Signs and verifies access tokens (HS512). */
  readonly accessSecret: Uint8Array;
  /** Signs and verifies the access keys of tile URLs. */
  readonly tileSecret: Uint8Array;
  /** Milliseconds since 1970, as `Date.now()`. */
  readonly now: () => number;
  readonly quota: Quota;
};

/** A request as the services see it; header names are lower case. */
export type Incoming = {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
};

/** The world's clock in whole seconds since 1970. */
export function nowSeconds(world: Pick<World, 'now'>): number {
  return Math.floor(world.now() / 1000);
}
