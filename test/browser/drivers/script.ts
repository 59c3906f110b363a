import type { InView } from './driver.ts';

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}

/**
 * The expression that a browser evaluates for a function given to `evaluate`. It always succeeds, with one JSON
 * text: the two protocols disagree about undefined, holes, typed arrays and errors, JSON does not.
 */
export function expressionOf<R, A extends unknown[]>(fn: InView<R, A>, args: A): string {
  // tsx and esbuild wrap inner functions in calls of a helper, __name, which exists only in their own modules.
  return `(async () => {
    const __name = (inner) => inner;
    try {
      const value = await (${String(fn)})(globalThis, ...${JSON.stringify(args)});
      return JSON.stringify({ value });
    } catch (error) {
      return JSON.stringify({ error: String(error) });
    }
  })()`;
}

export function resultOf<R>(text: string): R {
  const { value, error } = JSON.parse(text) as Answer;
  if (error !== undefined) throw new Error(`In the view: ${error}`);
  return value as R;
}
