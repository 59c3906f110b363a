import { STATUS_CODES } from 'node:http';
import { preflight } from './cors.ts';
import { failure, json, type Reply } from './reply.ts';
import type { Answer } from './rules.ts';

/** How a reply goes out. */
export type Delivery =
  | {
      readonly kind: 'send';
      readonly reply: Reply;
      /** Milliseconds before the headers. */
      readonly waitMs: number;
      /** Milliseconds between the two halves of the body. */
      readonly pauseMs: number;
      /** Milliseconds that the `date` header is off. */
      readonly clockMs: number;
      readonly cors: boolean;
    }
  | { readonly kind: 'silence' }
  | { readonly kind: 'reset' };

const CAPTIVE_PORTAL = '<!doctype html><title>Sign in</title><p>Accept the terms to use this network.</p>';

/**
 * Turns a scripted answer into a delivery.
 *
 * @param ordinary makes the answer that the stand-in would give by itself; called at most once
 */
export async function deliver(answer: Answer | undefined, ordinary: () => Promise<Reply>): Promise<Delivery> {
  if (answer === undefined) return send(await ordinary());
  switch (answer.kind) {
    case 'silence':
    case 'reset':
      return { kind: answer.kind };
    case 'status':
      return send(scripted(answer));
    case 'html':
      return send({
        status: answer.status ?? 200,
        headers: { 'content-type': 'text/html;charset=utf-8' },
        body: answer.html ?? CAPTIVE_PORTAL,
      });
    case 'empty':
      return send({ status: answer.status ?? 200, headers: {}, body: '' });
    case 'delay':
      return amend(await deliver(answer.next, ordinary), { waitMs: answer.ms });
    case 'slow-body':
      return amend(await deliver(answer.next, ordinary), { pauseMs: answer.ms });
    case 'clock':
      return amend(await deliver(answer.next, ordinary), { clockMs: answer.offsetMs });
    case 'no-cors': {
      const delivery =
        answer.at === 'preflight' ? send(preflight(false)) : await deliver(answer.next, ordinary);
      return amend(delivery, { cors: false });
    }
  }
}

function send(reply: Reply): Delivery {
  return { kind: 'send', reply, waitMs: 0, pauseMs: 0, clockMs: 0, cors: true };
}

function amend(delivery: Delivery, change: Partial<Extract<Delivery, { kind: 'send' }>>): Delivery {
  return delivery.kind === 'send' ? { ...delivery, ...change } : delivery;
}

function scripted({ status, headers = {}, body }: Extract<Answer, { kind: 'status' }>): Reply {
  const message = status === 401 ? 'Not Authorized' : (STATUS_CODES[status] ?? 'Unknown');
  const reply = body === undefined ? failure(status, message) : json(status, body);
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
