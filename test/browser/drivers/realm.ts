import type { InView, Realm } from './driver.ts';
import { expressionOf, resultOf } from './script.ts';
import { until } from './until.ts';

/** The two questions that every realm answers, over the one that a browser's protocol answers. */
export function realmOver(run: (expression: string) => Promise<string>): Realm {
  const evaluate = async <R, A extends unknown[]>(fn: InView<R, A>, ...args: A): Promise<R> =>
    resultOf<R>(await run(expressionOf(fn, args)));
  return {
    evaluate,
    waitFor: (what, fn, ...args) => until(what, () => evaluate(fn, ...args)),
  };
}
