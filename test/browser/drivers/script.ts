import type { InView } from './driver.ts';

interface Answer {
  readonly value?: unknown;
}

/**
 * The expression that a browser evaluates for a function given to `evaluate`. Its result is one JSON text:
 * the two protocols disagree about undefined, holes and typed arrays, JSON does not.
 */
export function expressionOf<R, A extends unknown[]>(fn: InView<R, A>, args: A): string {
  // tsx and esbuild wrap inner functions in calls of a helper, __name, which exists only in their own modules.
  return `(async () => {
    const __name = (inner) => inner;
    const value = await (${String(fn)})(globalThis, ...${JSON.stringify(args)});
    return JSON.stringify({ value });
  })()`;
}

export function resultOf<R>(text: string): R {
  return (JSON.parse(text) as Answer).value as R;
}
