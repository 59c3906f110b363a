import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '../..');

export interface Built {
  /** Holds `chrome/` and `firefox/`. */
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Builds apart from dist/, so that neither a run of the tests nor this one pulls the files from under the other. */
export async function build(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-bench-'));
  for (const mode of ['chrome', 'firefox']) {
    const args = ['vite', 'build', '--mode', mode, '--outDir', join(folder, mode), '--logLevel', 'error'];
    execFileSync('npx', args, { cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
