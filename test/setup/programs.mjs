import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { step } from './step.mjs';

/** What the tests need beside Node: Debian's package, the names it may go by, and a way to point at one. */
const PROGRAMS = [
  { name: 'chromium', programs: ['chromium', 'chromium-browser'], variable: 'MERIDIAN_CHROMIUM' },
  { name: 'firefox-esr', programs: ['firefox-esr', 'firefox'], variable: 'MERIDIAN_FIREFOX' },
  { name: 'openssl', programs: ['openssl'] },
];

export function installPrograms() {
  const missing = PROGRAMS.filter((program) => !isPresent(program)).map(({ name }) => name);
  if (missing.length === 0) return;

  const advice = `Please install ${missing.join(', ')} and start again.`;
  if (!onPath('apt-get')) throw new Error(`There is no apt-get here. ${advice}`);
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (prefix.length > 0 && !onPath('sudo')) throw new Error(`Only root can run apt-get. ${advice}`);

  const apt = (...args) => [...prefix, 'apt-get', '-qq', ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    run('Reading the list of system packages', apt('update'), env);
    run(`Installing ${missing.join(', ')}`, apt('install', '-y', '--no-install-recommends', ...missing), env);
  } catch (error) {
    throw new Error(`${error.message}\n${advice}`);
  }
}

function run(what, [command, ...args], env) {
  step(what, command, args, { env });
}

function isPresent({ programs, variable }) {
  return Boolean(variable && process.env[variable]) || programs.some(onPath);
}

function onPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
