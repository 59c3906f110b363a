/**
 * Recognises a request that devtools tells of twice (by event and by snapshot). Devtools gives no id, so the n-th of
 * those with the same start, method and URL is the n-th request.
 */
import type { HarIdentity } from '../../core/index.ts';

export interface Identities {
  /** The id of the next request of that identity that raises an event. */
  readonly heard: (identity: HarIdentity) => string;
  /** The id of the n-th request of that identity in a snapshot, and whether it is new. */
  readonly listed: (identity: HarIdentity, nth: number) => { readonly id: string; readonly isNew: boolean };
}

/** Identities kept; a page would have to send this many Apple requests between two tellings of the same one. */
const REMEMBERED = 20_000;

export function createIdentities(newId: () => string): Identities {
  const known = new Map<number, { readonly ids: string[]; events: number }>();

  function recall(identity: HarIdentity) {
    const key = identityKey(identity);
    const found = known.get(key) ?? { ids: [], events: 0 };
    known.set(key, found);
    if (known.size > REMEMBERED) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    return found;
  }

  return {
    heard(identity) {
      const found = recall(identity);
      const id = found.ids[found.events] ?? newId();
      found.ids[found.events++] = id;
      return id;
    },
    listed(identity, nth) {
      const found = recall(identity);
      const known = found.ids[nth];
      if (known !== undefined) return { id: known, isNew: false };
      const id = newId();
      found.ids.push(id);
      return { id, isNew: true };
    },
  };
}

/**
 * 53 bits of the identity: the texts of twenty thousand would take megabytes, and of so many numbers no two are the same
 * (2 in 10⁸ logs).
 */
export function identityKey({ startedDateTime, method, url }: HarIdentity): number {
  const text = `${startedDateTime} ${method} ${url}`;
  let high = 0x2f6b1d35;
  let low = 0x51c8e3a7;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x85ebca77);
    // Multiplication only carries upwards.
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
