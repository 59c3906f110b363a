/** `npm run demo`: a real browser with the extension, devtools open on a page that plays real situations. */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type BrowserName, launch } from '../browser/drivers/driver.ts';
import { builtFor } from '../browser/stage.ts';
import { startStandIn } from '../stand-in/index.ts';
import { playStory } from './story.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
    pictures: { type: 'string', default: 'artifacts' },
  },
});

if (values.browser !== 'chromium' && values.browser !== 'firefox') {
  throw new Error(`--browser is chromium or firefox, not ${values.browser}.`);
}
const name: BrowserName = values.browser;

if (!values.headless && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error(
    'There is no display to open a window on. Play the story without one: npm run demo -- --headless',
  );
  process.exit(1);
}

execFileSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] });
const standIn = await startStandIn();
const browser = await launch(name, {
  extension: builtFor(name),
  port: standIn.port,
  hosts: standIn.hosts,
  ...standIn.certificate,
  headless: values.headless,
});

try {
  const tab = await browser.newTab('https://demo.test/');
  const devtools = await tab.openDevtools();
  const panel = await devtools.panel();
  if (values.headless) {
    await playStory({ browser, tab, devtools, panel, pictures: values.pictures });
  } else {
    await tab.evaluate((w) => (w as unknown as { playAll: () => Promise<unknown> }).playAll());
    console.log('Press the numbered buttons of the page and watch the Meridian panel. Ctrl+C ends the demo.');
    await new Promise((resolve) => process.once('SIGINT', resolve));
  }
} finally {
  await browser.close();
  await standIn.close();
}
