import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { LaunchOptions } from './driver.ts';
import { findExecutable } from './executable.ts';
import { writePreferences } from './firefox-prefs.ts';
import { Marionette } from './marionette.ts';
import { until, within } from './until.ts';

export interface FirefoxProcess {
  readonly marionette: Marionette;
  readonly version: string;
  quit(): Promise<void>;
}

export async function startFirefox(profile: string, options: LaunchOptions): Promise<FirefoxProcess> {
  await writePreferences(profile, options);
  const portFile = path.join(profile, 'MarionetteActivePort');
  // A profile that has been used still holds the port of its last run.
  await rm(portFile, { force: true });

  const logFile = path.join(profile, 'firefox.log');
  const log = openSync(logFile, 'a');
  const child = spawn(
    process.env.MERIDIAN_FIREFOX ?? findExecutable('firefox-esr', 'firefox'),
    [
      ...(options.headless === false ? [] : ['--headless']),
      '--no-remote',
      '--profile',
      profile,
      '--marionette',
      // Everything interesting here, devtools and popups, is the browser's own window.
      '--remote-allow-system-access',
      'about:blank',
    ],
    {
      stdio: ['ignore', log, log],
      env: {
        ...process.env,
        // Firefox also writes below its user's home folder.
        HOME: profile,
        MOZ_HEADLESS_WIDTH: String(options.width ?? 1400),
        MOZ_HEADLESS_HEIGHT: String(options.height ?? 1000),
        MOZ_CRASHREPORTER_DISABLE: '1',
        MOZ_DATA_REPORTING: '0',
      },
    },
  );

  // A test run that is cut short must not leave a browser behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));

  try {
    const port = await until(
      "Firefox's port",
      async () => {
        if (child.exitCode === null && child.signalCode === null)
          return Number(await readFile(portFile, 'utf8'));
        throw new Error(`Firefox ended: ${(await readFile(logFile, 'utf8')).slice(-1_000)}`);
      },
      { timeout: 60_000 },
    );
    const marionette = await Marionette.connect(port);
    // Flat capabilities: the W3C wrapper is taken for an unknown capability and ignored.
    const session = (await marionette.send('WebDriver:NewSession', { pageLoadStrategy: 'normal' })) as {
      capabilities: { browserVersion: string };
    };
    await marionette.send('WebDriver:SetTimeouts', { script: 60_000 });
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    return {
      marionette,
      version: `Firefox/${session.capabilities.browserVersion}`,
      quit: () => quit(child, marionette),
    };
  } catch (error) {
    kill();
    throw error;
  }
}

async function quit(child: ChildProcess, marionette: Marionette): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const asked = marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
  await within(5_000, asked);
  if ((await within(10_000, ended)) === undefined) {
    child.kill('SIGKILL');
    await ended;
  }
  marionette.close();
}
