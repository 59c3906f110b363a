import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { makeCertificate } from './certificate.ts';
import { deliver } from './delivery.ts';
import { type DemoKeys, makeDemoKeys } from './demo-keys.ts';
import { makeSecret } from './encoding.ts';
import { HOSTS, isApple } from './hosts.ts';
import { makeQuota } from './quota.ts';
import { route } from './routes.ts';
import { makeRuleBook, type Rule } from './rules.ts';
import type { TeamKey } from './team-key.ts';
import { readRequest, transmit } from './transport.ts';
import type { Incoming, World } from './world.ts';

export type StandInOptions = {
  /** The teams' keys that the service knows, beside those of its own demo site. */
  readonly keys?: readonly TeamKey[];
  /** The service's clock in milliseconds since 1970; `Date.now` unless given. */
  readonly now?: () => number;
};

/** A request as it arrived; `at` is the stand-in's clock in milliseconds, header names are lower case. */
export type SeenRequest = Incoming & { readonly at: number };

export type StandIn = {
  /** The loopback port that serves every host. */
  readonly port: number;
  readonly hosts: readonly string[];
  readonly certificate: { readonly caPem: string; readonly spki: string };
  /** Every request since the start or the last `clear()`, preflights included, in order of arrival. */
  readonly requests: readonly SeenRequest[];
  /** The secret of its access tokens, for `signAccessToken`. */
  readonly accessSecret: Uint8Array;
  /** The keys that the demo site signs with. */
  readonly demoKeys: DemoKeys;
  /** Scripts the answer of the next matching requests; the function returned withdraws the rule. */
  readonly tell: (rule: Rule) => () => void;
  /** Forgets the requests seen, the rules told and the calls counted against quotas. */
  readonly clear: () => void;
  /** Cuts every connection and frees the port. */
  readonly close: () => Promise<void>;
};

/** Starts the local Apple Maps service and its demo site on a free port of 127.0.0.1, over TLS. */
export async function startStandIn({ keys = [], now = Date.now }: StandInOptions = {}): Promise<StandIn> {
  const { leafPem, leafKeyPem, caPem, spki } = makeCertificate(HOSTS);
  const demoKeys = makeDemoKeys();
  const allKeys = [...keys, ...Object.values(demoKeys)];
  const world: World = {
    keys: allKeys,
    accessSecret: makeSecret(),
    tileSecret: makeSecret(),
    now,
    quota: makeQuota(allKeys),
  };
  const rules = makeRuleBook();
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const closing = new AbortController();
  const demo = { keys: demoKeys, world, tell: rules.add };

  async function answer(request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> {
    const incoming = readRequest(request);
    requests.push({ ...incoming, at: now() });
    const delivery = await deliver(rules.take(incoming), () => route(world, demo, incoming));
    const origin = isApple(incoming.host) ? incoming.headers.origin : undefined;
    await transmit(delivery, request, response, { origin, now, signal: closing.signal });
  }

  const server = createSecureServer({ key: leafKeyPem, cert: leafPem, allowHTTP1: true });
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // The client or the stand-in went away in the middle of a scripted wait: nobody is left to answer.
      if (closing.signal.aborted || response.destroyed || request.destroyed) return;
      throw error;
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // Clients that distrust the certificate or cut a connection are part of what tests try out.
  server.on('sessionError', () => undefined);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    hosts: HOSTS,
    certificate: { caPem, spki },
    requests,
    accessSecret: world.accessSecret,
    demoKeys,
    tell: rules.add,
    clear() {
      requests.length = 0;
      rules.clear();
      world.quota.clear();
    },
    close() {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}
