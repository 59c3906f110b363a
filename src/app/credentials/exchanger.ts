/**
 * One click to a token. Runs in the background, so the popup may close at any moment: what is under way stands in the
 * session store, and every view follows the store.
 */
import { diagnose, type Entry, heldUntil, issuedBy, plannedExchange, subjectOf } from '../../core/index.ts';
import type { Now, Permission, SessionStore } from '../ports.ts';
import { type Attempt, type Credential, readRecord, writeRecord } from './records.ts';

export interface ExchangerPorts {
  readonly store: SessionStore;
  readonly permission: Pick<Permission, 'granted'>;
  /** Sends a planned request and resolves with the answer, or with status 0 and the reason; never rejects. */
  readonly send: (planned: Entry) => Promise<Entry>;
  /** Runs the task unless another context holds the name; false where one does. */
  readonly alone: (name: string, task: () => Promise<void>) => Promise<boolean>;
  readonly now: Now;
}

export interface Exchanger {
  /** Starts an exchange, unless one is under way, a 429 asked for a pause, or the token cannot be good. */
  readonly exchange: (credentialId: string) => Promise<void>;
  /** Ends what an earlier life of the background left half done. */
  readonly settle: () => Promise<void>;
}

export function createExchanger({ store, permission, send, alone, now }: ExchangerPorts): Exchanger {
  const lockOf = (id: string) => `exchange:${id}`;

  async function exchange(id: string): Promise<void> {
    await alone(lockOf(id), async () => {
      const credential = await readRecord(store, 'credential', id);
      if (credential === null || isHeld(await readRecord(store, 'attempt', id), now())) return;
      const startedAt = now();
      const planned = plannedExchange(credential.token, startedAt);
      if (diagnose(subjectOf(planned, undefined, false)).refused) return;
      if (!(await permission.granted())) {
        await record(credential, { startedAt, state: 'not-permitted', entry: null });
        return;
      }
      await record(credential, { startedAt, state: 'asking', entry: null });
      const entry = await send(planned);
      await record(credential, { startedAt, state: 'ended', entry });
    });
  }

  async function record({ id, token }: Credential, attempt: Attempt): Promise<void> {
    // The credential may have been removed or changed while Apple was asked; nothing of the old one may come back.
    if ((await readRecord(store, 'credential', id))?.token !== token) return;
    const issued = attempt.entry === null ? null : issuedBy(attempt.entry);
    if (issued !== null) await writeRecord(store, 'issued', id, issued);
    await writeRecord(store, 'attempt', id, attempt);
  }

  async function settle(): Promise<void> {
    for (const key of Object.keys(await store.all())) {
      const id = /^attempt:(.+)$/.exec(key)?.[1];
      if (id === undefined) continue;
      await alone(lockOf(id), async () => {
        const attempt = await readRecord(store, 'attempt', id);
        // The lock is free, so whoever asked is gone.
        if (attempt?.state === 'asking')
          await writeRecord(store, 'attempt', id, { ...attempt, state: 'interrupted' });
      });
    }
  }

  return { exchange, settle };
}

/** Whether a 429 asked to be left alone until later than `now`. */
export function isHeld(attempt: Attempt | null, now: number): boolean {
  const until = attempt?.entry == null ? null : heldUntil(attempt.entry);
  return until !== null && until > now;
}
