/** How much of everything. */
export interface Scale {
  readonly rounds: number;
  /** Requests of one round; the browser counts CPU in steps of 10 ms, so fewer would say little. */
  readonly requests: number;
  /** The short log and the long one; the recorder keeps 10,000. */
  readonly few: number;
  readonly many: number;
  readonly answers: number;
  readonly passes: number;
  readonly popups: number;
  readonly idleSeconds: number;
  readonly hiddenSeconds: number;
  /** Requests to other hosts in the burst. */
  readonly burst: number;
}

export const FULL: Scale = {
  rounds: 3,
  requests: 400,
  few: 1_000,
  many: 10_000,
  answers: 60,
  passes: 6,
  popups: 8,
  idleSeconds: 60,
  hiddenSeconds: 30,
  burst: 100_000,
};

/** For a look by hand: says less, in a quarter of the time. */
export const QUICK: Scale = {
  rounds: 2,
  requests: 200,
  few: 600,
  many: 3_000,
  answers: 20,
  passes: 3,
  popups: 4,
  idleSeconds: 15,
  hiddenSeconds: 12,
  burst: 5_000,
};
