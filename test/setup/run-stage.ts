import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Outcome, runCommand } from './run-command.ts';
import type { Stage } from './stages.ts';
import { type Count, countReport, type VitestReport } from './vitest-report.ts';

export interface StageResult extends Count {
  readonly name: string;
  readonly output: string;
  readonly seconds: number;
}

export async function runStage(stage: Stage): Promise<StageResult> {
  const start = Date.now();
  const { count, output } = stage.project ? await runProject(stage.project) : await runAll(stage);
  return { name: stage.name, ...count, output, seconds: (Date.now() - start) / 1000 };
}

interface Counted {
  readonly count: Count;
  readonly output: string;
}

async function runAll({ commands }: Stage): Promise<Counted> {
  const outcomes: Outcome[] = [];
  for (const command of commands) outcomes.push(await runCommand(command));
  const ok = outcomes.every((outcome) => outcome.ok);
  return {
    count: { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] },
    output: outcomes.map((outcome) => outcome.output).join('\n'),
  };
}

async function runProject(project: string): Promise<Counted> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'meridian-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const { ok, output } = await runCommand({
      program: 'node_modules/.bin/vitest',
      args: [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
    });
    const report = JSON.parse(await readFile(file, 'utf8').catch(() => '{"testResults":[]}')) as VitestReport;
    return { count: countReport(report, ok), output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
