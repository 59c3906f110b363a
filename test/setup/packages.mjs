import { readFileSync } from 'node:fs';
import path from 'node:path';
import { step } from './step.mjs';

/** Brings node_modules to what package-lock.json says, if it is anything else. */
export function installPackages(root) {
  if (isInstalled(root)) return;
  // No package here needs its install script; esbuild's only checks what npm has already done.
  step('Installing the npm packages', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
  });
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
