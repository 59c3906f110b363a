/**
 * Preflights that wait for the request that they precede. Devtools tells of them as requests of their own, before or
 * after the one they belong to; Firefox never tells by event of a request whose preflight failed.
 */
import { type Entry, type Preflight, precedes, preflightOf } from '../../core/index.ts';

export interface Preflights {
  readonly hold: (preflight: Entry, now: number) => void;
  /** The held preflight of that request, which is then held no more. */
  readonly take: (request: Entry) => Preflight | null;
  /** Those whose request never came up and is not on its way either: they stand for themselves. */
  readonly release: (now: number, inFlight: ReadonlySet<string>) => readonly Entry[];
  /** Whether one has been held since then or longer. */
  readonly hasHeldSince: (at: number) => boolean;
  readonly forget: (isGone: (preflight: Entry) => boolean) => void;
}

const PATIENCE = 10_000;

export function createPreflights(): Preflights {
  let held: { readonly entry: Entry; readonly since: number }[] = [];
  return {
    hold(entry, now) {
      held.push({ entry, since: now });
    },
    take(request) {
      const at = held.findIndex(({ entry }) => precedes(entry, request));
      const found = at < 0 ? undefined : held.splice(at, 1)[0];
      return found === undefined ? null : preflightOf(found.entry);
    },
    release(now, inFlight) {
      const due = held.filter(({ entry, since }) => now - since > PATIENCE && !inFlight.has(entry.url));
      held = held.filter((candidate) => !due.includes(candidate));
      return due.map(({ entry }) => entry);
    },
    hasHeldSince: (at) => held.some(({ since }) => since <= at),
    forget(isGone) {
      held = held.filter(({ entry }) => !isGone(entry));
    },
  };
}
