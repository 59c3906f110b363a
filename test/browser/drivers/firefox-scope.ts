import { createInternals, type Internals } from './firefox-internals.ts';
import type { Marionette } from './marionette.ts';

export type Remote = {
  readonly [Name in keyof Internals]: (
    ...args: Parameters<Internals[Name]>
  ) => Promise<Awaited<ReturnType<Internals[Name]>>>;
};

/** Runs a self-contained function in Firefox's privileged scope. */
export async function inChrome<R, A extends unknown[]>(
  marionette: Marionette,
  fn: (...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  const answer = await evaluate(marionette, `(${String(fn)})(...${JSON.stringify(args)})`);
  return answer as Awaited<R>;
}

/** The global of Firefox's own modules outlives the sandbox in which one script runs. */
const HOME = 'Cu.getGlobalForObject(Services).driverInternals';

/** The internals, made once inside Firefox and called by name from here. */
export async function remoteInternals(marionette: Marionette, extensionId: string): Promise<Remote> {
  const create = `(${String(createInternals)})(${JSON.stringify(extensionId)})`;
  await evaluate(marionette, `void (${HOME} = ${create})`);
  return new Proxy({} as Remote, {
    get: (_target, name) => {
      // What is awaited must not look like a promise.
      if (name === 'then') return undefined;
      return (...args: unknown[]) =>
        evaluate(marionette, `${HOME}[${JSON.stringify(name)}](...${JSON.stringify(args)})`);
    },
  });
}

async function evaluate(marionette: Marionette, expression: string): Promise<unknown> {
  const answer = (await marionette.send('WebDriver:ExecuteAsyncScript', {
    script: `
      const done = arguments[arguments.length - 1];
      const __name = (inner) => inner;
      (async () => ${expression})().then(
        (value) => done({ value: value ?? null }),
        (error) => done({ error: String(error) }),
      );`,
    args: [],
    newSandbox: true,
    sandbox: 'system',
  })) as { value: { value?: unknown; error?: string } };
  if (answer.value.error !== undefined) throw new Error(`In Firefox: ${answer.value.error}`);
  return answer.value.value ?? undefined;
}
