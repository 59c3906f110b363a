// The way into the tests, the demo and the benchmarks from a bare clone: Node alone must suffice to run this.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPackages } from './packages.mjs';
import { installPrograms } from './programs.mjs';

const ENTRIES = {
  test: import.meta.resolve('./run-tests.ts'),
  demo: import.meta.resolve('../demo/main.ts'),
  pictures: import.meta.resolve('../demo/pictures.ts'),
  bench: import.meta.resolve('../bench/main.ts'),
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const [task = '', ...args] = process.argv.slice(2);
const entry = ENTRIES[task];
if (!entry) fail(`Say what to start: ${Object.keys(ENTRIES).join(', ')}`);

try {
  installPackages(root);
  installPrograms();
} catch (error) {
  fail(error.message);
}

const child = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', fileURLToPath(entry), ...args], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(child.status ?? 1);

function fail(message) {
  console.error(message);
  process.exit(1);
}
