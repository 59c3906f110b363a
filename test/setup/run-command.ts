import { spawn } from 'node:child_process';
import type { Command } from './stages.ts';

export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

/** Keeps what the command prints, in the order in which it came. */
export function runCommand({ program, args }: Command): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // The output is kept and shown later, without a terminal to colour it for.
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const output = () => Buffer.concat(chunks).toString('utf8').trimEnd();
    child.once('error', (error) => resolve({ ok: false, output: `${program}: ${error.message}` }));
    child.once('close', (code) => resolve({ ok: code === 0, output: output() }));
  });
}
