export interface Patience {
  readonly timeout?: number;
  readonly every?: number;
}

export type Truthy<T> = Exclude<T, null | undefined | false | 0 | ''>;

/** Long enough for a cold browser on a busy machine; nothing here is a measurement. */
const DEFAULT_TIMEOUT = 15_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Polls until the probe gives something truthy. A probe that throws counts as "not yet": documents come and
 * go while browsers navigate, and the last failure ends up in the message.
 */
export async function until<T>(
  what: string,
  probe: () => T | Promise<T>,
  { timeout = DEFAULT_TIMEOUT, every = 20 }: Patience = {},
): Promise<Truthy<T>> {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value as Truthy<T>;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms for ${what}; last seen: ${describe(last)}`);
    await pause(every);
  }
}

/** Gives up on a promise that may never settle; the promise itself goes on. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function describe(value: unknown): string {
  if (value instanceof Error) return value.message;
  if (typeof value === 'string') return JSON.stringify(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
