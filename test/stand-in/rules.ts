/** What a test can tell the stand-in to do to the next requests. */

/** Which requests a rule applies to; what is left out matches everything. */
export type Match = {
  readonly host?: string;
  /** The exact path without query, or a pattern for it. */
  readonly path?: string | RegExp;
  /** Left out: every method but OPTIONS, so that a preflight does not use up the rule. */
  readonly method?: string;
};

/** The scripted answer. The ordinary answer is the one that the stand-in would give by itself. */
export type Answer =
  /**
   * A status with headers and body; an object body becomes JSON, without one Apple's error wrapper is sent. Apple's
   * usual headers stay unless overridden.
   */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | object;
    }
  /** A page where JSON is due, as a captive portal sends it (status 200 unless told). */
  | { readonly kind: 'html'; readonly status?: number; readonly html?: string }
  /** A status (200 unless told) with no body at all. */
  | { readonly kind: 'empty'; readonly status?: number }
  /** Nothing for `ms` milliseconds, then `next`, or the ordinary answer. */
  | { readonly kind: 'delay'; readonly ms: number; readonly next?: Answer }
  /** Headers and half of the body at once, the rest `ms` milliseconds later. */
  | { readonly kind: 'slow-body'; readonly ms: number; readonly next?: Answer }
  /** The request is read and never answered. */
  | { readonly kind: 'silence' }
  /**
   * HTTP/2: the stream is reset. HTTP/1.1: the connection is cut. Firefox sends the request ten times before it gives
   * up, so a test in it tells `times: Infinity`.
   */
  | { readonly kind: 'reset' }
  /** `next`, or the ordinary answer, with a `date` header that is `offsetMs` milliseconds off the stand-in's clock. */
  | { readonly kind: 'clock'; readonly offsetMs: number; readonly next?: Answer }
  /** The preflight gets 403 without access-control headers; such a rule matches OPTIONS only. */
  | { readonly kind: 'no-cors'; readonly at: 'preflight' }
  /** `next`, or the ordinary answer, without its access-control headers. */
  | { readonly kind: 'no-cors'; readonly at: 'answer'; readonly next?: Answer };

export type Rule = {
  readonly match?: Match;
  /** How many matching requests it answers: 1 unless told, `Infinity` for all. */
  readonly times?: number;
  readonly answer: Answer;
};

export type Target = { readonly method: string; readonly host: string; readonly path: string };

export type RuleBook = {
  /** Adds a rule after the earlier ones; the function returned withdraws it. */
  readonly add: (rule: Rule) => () => void;
  /** The answer of the first rule that matches, which it uses up once; undefined for the ordinary answer. */
  readonly take: (target: Target) => Answer | undefined;
  readonly clear: () => void;
};

/** Makes an empty book of rules; rules are tried in the order in which they were told. */
export function makeRuleBook(): RuleBook {
  let open: { rule: Rule; left: number }[] = [];
  return {
    add(rule) {
      const entry = { rule, left: rule.times ?? 1 };
      open.push(entry);
      return () => {
        open = open.filter((other) => other !== entry);
      };
    },
    take(target) {
      const entry = open.find(({ rule, left }) => left > 0 && matches(rule, target));
      if (!entry) return undefined;
      entry.left -= 1;
      return entry.rule.answer;
    },
    clear() {
      open = [];
    },
  };
}

function matches({ match = {}, answer }: Rule, target: Target): boolean {
  const preflightRule = answer.kind === 'no-cors' && answer.at === 'preflight';
  if (preflightRule && target.method !== 'OPTIONS') return false;
  if (!preflightRule && match.method === undefined && target.method === 'OPTIONS') return false;
  if (!preflightRule && match.method !== undefined && match.method !== target.method) return false;
  if (match.host !== undefined && match.host !== target.host) return false;
  if (match.path === undefined) return true;
  return typeof match.path === 'string' ? match.path === target.path : match.path.test(target.path);
}
