import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../stand-in/certificate.ts';
import { type Browser, type BrowserName, type Devtools, launch, type Tab, type View } from './driver.ts';
import { OFFENCES, writeProbe } from './probe.ts';
import { until } from './until.ts';

const HOST = 'probe.test';
const PAGE = `https://${HOST}/page`;

// Every journey ends with "nothing went wrong in any context": worth nothing unless what goes wrong is heard.
describe.each<BrowserName>(['chromium', 'firefox'])('the driver of %s', (name) => {
  let server: Server;
  let probe: string;
  let browser: Browser;
  let tab: Tab;
  let devtools: Devtools;
  let panel: View;

  beforeAll(async () => {
    const certificate = makeCertificate([HOST]);
    server = createServer(
      { key: certificate.leafKeyPem, cert: certificate.leafPem },
      (_request, response) => {
        response.setHeader('content-type', 'text/html').end('<!doctype html><title>page</title>');
      },
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    probe = await writeProbe(name);
    browser = await launch(name, {
      extension: probe,
      port: (server.address() as AddressInfo).port,
      hosts: [HOST],
      ...certificate,
    });
    tab = await browser.newTab(PAGE);
    devtools = await tab.openDevtools();
  });

  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    await rm(probe, { recursive: true, force: true });
  });

  const reports = (...words: readonly string[]) =>
    until(`a report of ${words.join(', ')}`, async () =>
      (await browser.uncaught()).find((report) => words.every((word) => report.includes(word))),
    );

  const TRACES = {
    error: ' error',
    rejection: ' rejection',
    csp: 'offence.png',
    'trusted-types': name === 'chromium' ? 'TrustedHTML' : 'require-trusted-types-for',
  };

  it('loses no request that follows the opening of the devtools', async () => {
    await tab.evaluate((w) => w.fetch('/first').then((response) => response.text()));
    const hidden = await devtools.devtoolsPage();
    await hidden.waitFor('the request', (w) => (w as unknown as { heard: number }).heard > 0);
  });

  it('hears an error of the devtools page', async () => {
    await reports('devtools page error', 'devtools');
  });

  it('hears what goes wrong in the panel', async () => {
    panel = await devtools.panel();
    for (const offence of OFFENCES) {
      await panel.click(`#${offence}`);
      await reports(TRACES[offence], name === 'chromium' ? '/panel.html' : '/page.js');
    }
  });

  it('hears what goes wrong in the popup', async () => {
    const before = (await browser.uncaught()).length;
    const popup = await browser.openPopup(tab);
    for (const offence of OFFENCES) await popup.click(`#${offence}`);
    await reports('/popup.html error');
    await reports('/popup.html rejection');
    const later = await until('four reports', async () => {
      const all = await browser.uncaught();
      return all.length >= before + OFFENCES.length && all.slice(before);
    });
    for (const offence of OFFENCES) expect(later.join('\n')).toContain(TRACES[offence]);
    await popup.close();
  });

  it('hears what goes wrong in the background, also after it was stopped', async () => {
    await browser.background.evaluate((w) => Object.assign(w, { first: true }) && undefined);
    await browser.stopBackground();
    expect(await browser.background.evaluate((w) => 'first' in w)).toBe(false);
    await browser.background.evaluate((w) => (w as unknown as { offend(): void }).offend());
    await reports('background error');
    await reports('background rejection');
  });

  it('types and presses keys in the panel', async () => {
    await panel.type('input', 'old');
    await panel.type('input', 'new');
    await panel.press('Shift+Tab');
    const seen = await panel.evaluate((w) => [
      w.document.querySelector('input')?.value,
      w.document.activeElement?.id,
    ]);
    expect(seen).toEqual(['new', 'trusted-types']);
  });

  it('keeps a view usable while the devtools move and change their theme', async () => {
    await devtools.dock('right');
    await panel.waitFor(
      'a narrow panel',
      (w) => w.innerWidth < 900 && w.document.querySelector('button') !== null,
    );
    await browser.setTheme('dark');
    await panel.waitFor('the dark theme', (w) => w.matchMedia('(prefers-color-scheme: dark)').matches);
  });

  it('leaves nothing of its profile behind', async () => {
    expect((await browser.profileFiles()).length).toBeGreaterThan(0);
    await browser.close();
    expect(existsSync(browser.profile)).toBe(false);
  });
});
