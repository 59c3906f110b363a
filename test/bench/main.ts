/**
 * `npm run bench`: what the extension costs, each figure held to a yardstick measured in the same run, so that a slow
 * machine changes nothing. The yardstick of the panel is the floor: an extension that hears every request and does
 * nothing with it.
 *
 * `--quick` says less in a quarter of the time, `--json` prints the figures for machines, `--browser chromium`,
 * `firefox` or `none` leaves the others out, `--built <folder>` takes the extensions from `<folder>/chrome` and
 * `<folder>/firefox`. Exit code 1 where a bound does not hold.
 */
import { parseArgs } from 'node:util';
import { makeTeamKey, startStandIn } from '../stand-in/index.ts';
import { build } from './build.ts';
import { chromiumFigures } from './chromium.ts';
import { type Figure, holds, lineOf } from './figure.ts';
import { firefoxFigures } from './firefox.ts';
import { judgingFigures } from './judging.ts';
import { answerAtLength } from './load.ts';
import { packageFigures } from './packages.ts';
import { FULL, QUICK } from './scale.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    browser: { type: 'string', default: 'both' },
    built: { type: 'string' },
  },
});
if (!['both', 'chromium', 'firefox', 'none'].includes(values.browser)) {
  throw new Error(`--browser is chromium, firefox or none, not ${values.browser}.`);
}

const scale = values.quick ? QUICK : FULL;
const begun = Date.now();
const figures: Figure[] = [];

function say(progress: string): void {
  process.stderr.write(`${((Date.now() - begun) / 1_000).toFixed(0).padStart(4)} s  ${progress}\n`);
}

function tell(more: readonly Figure[]): void {
  figures.push(...more);
  if (!values.json) for (const figure of more) console.log(lineOf(figure));
}

const built = values.built === undefined ? await build() : { folder: values.built, remove: async () => {} };
const key = makeTeamKey({ team: 'TEAMTEST01', kid: 'KEYFORTEST' });
const standIn = await startStandIn({ keys: [key] });
answerAtLength(standIn);

try {
  say('judging');
  tell(judgingFigures());
  tell(packageFigures(built.folder));
  if (values.browser === 'both' || values.browser === 'chromium')
    tell(await chromiumFigures(`${built.folder}/chrome`, standIn, key, scale, say));
  if (values.browser === 'both' || values.browser === 'firefox')
    tell(await firefoxFigures(`${built.folder}/firefox`, standIn, key, scale, say));
} finally {
  await standIn.close();
  await built.remove();
}

if (values.json) console.log(JSON.stringify(figures.map((figure) => ({ ...figure, holds: holds(figure) }))));
const failed = figures.filter((figure) => !holds(figure)).length;
say(failed === 0 ? 'every bound holds' : `${failed} bounds do not hold`);
process.exitCode = failed === 0 ? 0 : 1;
