import { runStage, type StageResult } from './run-stage.ts';
import { GROUPS, type Stage } from './stages.ts';

const results: StageResult[] = [];

for (const group of GROUPS) {
  const pending = group.map((stage) => ({ stage, result: start(stage) }));
  // Printed in the order of the list, whichever ends first.
  for (const { stage, result } of pending) {
    process.stdout.write(`\n== ${stage.name} … `);
    const done = await result;
    print(done);
    results.push(done);
  }
}

const total = (pick: (result: StageResult) => number) =>
  results.reduce((sum, result) => sum + pick(result), 0);
const passed = total((result) => result.passed);
const failed = total((result) => result.failed);
const skipped = total((result) => result.skipped.length);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

async function start(stage: Stage): Promise<StageResult> {
  const broken = results.find(({ name, failed: count }) => name === stage.needs && count > 0);
  if (!broken) return runStage(stage);
  const reason = `the whole stage "${stage.name}": "${broken.name}" failed`;
  return { name: stage.name, passed: 0, failed: 0, skipped: [reason], output: '', seconds: 0 };
}

function print(result: StageResult): void {
  console.log(`${verdict(result)} (${result.seconds.toFixed(1)} s)`);
  if (result.failed > 0) console.log(result.output);
  for (const name of result.skipped) console.log(`   skipped: ${name}`);
}

function verdict({ passed, failed, skipped }: StageResult): string {
  const counts = [`${passed} passed`, `${failed} failed`];
  return [...counts, ...(skipped.length > 0 ? [`${skipped.length} skipped`] : [])].join(', ');
}
