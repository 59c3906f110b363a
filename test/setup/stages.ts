export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

export interface Stage {
  readonly name: string;
  /** One after the other; the stage counts as one. */
  readonly commands: readonly Command[];
  /** A project of vitest instead, of which every test counts. */
  readonly project?: string;
  /** The stage without which this one would say nothing. */
  readonly needs?: string;
}

const npm = (...args: readonly string[]): Command => ({ program: 'npm', args });
const tool = (name: string, ...args: readonly string[]): Command => ({
  program: `node_modules/.bin/${name}`,
  args,
});

/** Stages of one group are independent of each other; the groups run in order. */
export const GROUPS: readonly (readonly Stage[])[] = [
  [
    { name: 'lint', commands: [tool('biome', 'check', '.')] },
    { name: 'dead code', commands: [tool('knip')] },
    { name: 'types', commands: [tool('tsc', '-p', '.'), tool('tsc', '-p', 'src/core')] },
  ],
  [
    { name: 'unit', commands: [], project: 'unit' },
    { name: 'build', commands: [npm('run', 'build', '--silent')] },
  ],
  // Alone: the package stage builds again, and browsers that share the processors with it only get slower.
  [{ name: 'package', commands: [], project: 'package', needs: 'build' }],
  [{ name: 'browsers', commands: [], project: 'browser', needs: 'build' }],
];
