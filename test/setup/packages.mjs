import { readFileSync } from 'node:fs';
import path from 'node:path';
import { step } from './step.mjs';

// No package here needs its install script; esbuild's only checks what npm has already done. The level is set
// because `npm test --silent` hands its silence on, reasons of a failure included.
const OPTIONS = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Brings node_modules to what package-lock.json says, if it is anything else. */
export function installPackages(root) {
  if (isInstalled(root)) return;
  try {
    step('Installing the npm packages', 'npm', ['ci', ...OPTIONS], { cwd: root });
  } catch (error) {
    // `npm ci` refuses a lock file without the optional packages of every platform, and npm leaves those out
    // that its registry did not have. `npm install` takes the same versions and leaves the lock file alone.
    if (!error.message.includes('in sync')) throw error;
    const what = 'The lock file lacks packages of other platforms; installing without them';
    step(what, 'npm', ['install', '--no-save', ...OPTIONS], { cwd: root });
  }
}

/**
 * npm notes in node_modules what it has installed. Dates would say less: a checkout of another branch makes
 * every lock file look new.
 */
function isInstalled(root) {
  const installed = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    // Optional packages are those of other platforms.
    if (name === '' || (optional && !installed[name])) return true;
    return installed[name]?.version === version;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
