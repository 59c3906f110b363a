import type { CDPSession, Protocol, Browser as Puppeteer } from 'puppeteer-core';
import { within } from './until.ts';

export interface Watch {
  /** What has gone wrong so far, in the order of its arrival. */
  reports(): Promise<readonly string[]>;
  /** Lets go of a target: an attached debugger keeps a service worker alive. */
  release(targetId: string): Promise<void>;
}

/**
 * Listens in every target of the extension. No race with a document's first script: `Runtime.enable` and
 * `Log.enable` repeat what was said before them.
 */
export async function watchExtension(browser: Puppeteer, origin: string): Promise<Watch> {
  const found: string[] = [];
  const sessions = new Map<string, Promise<CDPSession | undefined>>();
  const root = await browser.target().createCDPSession();

  const listen = async (info: Protocol.Target.TargetInfo): Promise<CDPSession | undefined> => {
    const { sessionId } = await root.send('Target.attachToTarget', {
      targetId: info.targetId,
      flatten: true,
    });
    const session = root.connection()?.session(sessionId) ?? undefined;
    if (!session) return undefined;
    const where = () => `${info.type} ${info.url.slice(origin.length)}`;
    // A tab of the extension may move on to a web page, whose troubles are its own.
    const own = new Set<number>();
    session.on('Runtime.executionContextCreated', ({ context }) => {
      // A worker gives its script's address as its origin.
      if (context.origin === origin || context.origin.startsWith(`${origin}/`)) own.add(context.id);
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: details }) => {
      const context = details.executionContextId;
      if (context !== undefined && !own.has(context)) return;
      found.push(`${where()}: ${withoutDriver(details.exception?.description ?? details.text)}`);
    });
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.source === 'security' && entry.level === 'error') found.push(`${where()}: ${entry.text}`);
    });
    await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
    return session;
  };

  const consider = ({ targetInfo }: { targetInfo: Protocol.Target.TargetInfo }) => {
    const { targetId, type, url } = targetInfo;
    if (type === 'tab' || !url.startsWith(`${origin}/`) || sessions.has(targetId)) return;
    sessions.set(
      targetId,
      listen(targetInfo).catch(() => undefined),
    );
  };
  root.on('Target.targetCreated', consider);
  root.on('Target.targetInfoChanged', consider);
  root.on('Target.targetDestroyed', ({ targetId }) => sessions.delete(targetId));
  await root.send('Target.setDiscoverTargets', { discover: true, filter: [{}] });

  return {
    reports: async () => {
      // Events and answers of one session come in order: after an answer, everything before it has arrived.
      await Promise.all(
        [...sessions.values()].map(async (pending) => {
          const answer = pending.then((session) => session?.send('Runtime.evaluate', { expression: '0' }));
          // What was ended while it started may never answer.
          await within(
            3_000,
            answer.catch(() => undefined),
          );
        }),
      );
      return [...found];
    },
    release: async (targetId) => {
      const session = await sessions.get(targetId);
      if (session && !session.detached)
        await root.send('Target.detachFromTarget', { sessionId: session.id() });
    },
  };
}

/** Code given to `evaluate` is on the stack too, under a long made-up address. */
function withoutDriver(stack: string): string {
  const lines = stack.split('\n').filter((line) => !line.includes('pptr:'));
  return lines.join('\n');
}
