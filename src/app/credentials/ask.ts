/**
 * How the popup asks the background for an exchange: by a record in the session store, whose change wakes the
 * background. Nothing is pending that a closing popup could take along, and no message can be forged.
 */
import type { Now, SessionStore } from '../ports.ts';
import type { Exchanger } from './exchanger.ts';
import { parseRecord, recordKey, writeRecord } from './records.ts';

/** Asks for an exchange; for null only to end what an earlier life of the background left half done. */
export type Ask = (credentialId: string | null) => void;

export function createAsk(store: SessionStore, now: Now): Ask {
  // The time makes each request a change, which is what wakes the background.
  return (credentialId) => void writeRecord(store, 'ask', '', { credentialId, at: now() });
}

/** The background's side; must be called while it starts, or the browser does not wake it. */
export function answerAsks(store: SessionStore, { exchange, settle }: Exchanger): void {
  store.onChange((key, value) => {
    if (key !== recordKey('ask')) return;
    const ask = parseRecord('ask', value);
    if (ask === null) return;
    void (ask.credentialId === null ? settle() : exchange(ask.credentialId));
  });
}
