import { spawnSync } from 'node:child_process';

/** Runs a command behind one line of progress; its own words are shown only when it fails. */
export function step(what, command, args, options = {}) {
  const start = Date.now();
  process.stdout.write(`${what} … `);
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  if (status === 0) {
    console.log(`done in ${Math.round((Date.now() - start) / 1000)} s`);
    return;
  }
  console.log('failed');
  // npm begins with the reason and ends with its manual.
  const words = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(0, 15).join('\n');
  const reason = error?.message ?? (signal ? `ended by ${signal}` : `exit code ${status}`);
  throw new Error(`${what} failed (${command} ${args.join(' ')}: ${reason})\n${words}`);
}
