import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type BrowserName, PAGES, PANEL_TITLE } from './driver.ts';

/** Buttons of the probe's pages, each of which does one thing that must never happen in the extension. */
export const OFFENCES = ['error', 'rejection', 'csp', 'trusted-types'] as const;

const POLICY = [
  "default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'none'; frame-ancestors devtools:",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join('; ');

const BACKGROUND = `globalThis.offend = () => {
  setTimeout(() => { throw new Error('background error'); });
  Promise.reject(new Error('background rejection'));
};`;

const DEVTOOLS = `globalThis.heard = 0;
chrome.devtools.panels.create('${PANEL_TITLE}', '', '${PAGES.panel}');
chrome.devtools.network.onRequestFinished.addListener(() => { globalThis.heard += 1; });
setTimeout(() => { throw new Error('devtools page error'); });`;

const PAGE = `const here = location.pathname;
const offences = {
  error: () => { throw new Error(here + ' error'); },
  rejection: () => { Promise.reject(new Error(here + ' rejection')); },
  csp: () => { new Image().src = 'https://elsewhere.test/offence.png'; },
  'trusted-types': () => {
    try { document.createElement('p').innerHTML = '<b>offence</b>'; } catch { /* still a violation */ }
  },
};
for (const [name, offend] of Object.entries(offences)) {
  const button = document.createElement('button');
  button.id = name;
  button.textContent = name;
  button.addEventListener('click', offend);
  document.body.append(button);
}
const field = document.createElement('input');
field.setAttribute('aria-label', 'field');
document.body.append(field);`;

/** Writes a minimal extension with the pages that the drivers know, which misbehaves on request. */
export async function writeProbe(browser: BrowserName): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'meridian-probe-'));
  const manifest = {
    manifest_version: 3,
    name: 'Probe',
    version: '1.0',
    permissions: ['storage'],
    devtools_page: PAGES.devtools,
    action: { default_popup: PAGES.popup },
    content_security_policy: { extension_pages: POLICY },
    background: browser === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'probe@meridian.invalid' } },
  };
  const html = (script: string) =>
    `<!doctype html><html lang="en"><title>Probe</title><body><script src="${script}"></script></body></html>`;
  const files: Record<string, string> = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': BACKGROUND,
    'devtools.js': DEVTOOLS,
    'page.js': PAGE,
    [PAGES.devtools]: html('devtools.js'),
    [PAGES.panel]: html('page.js'),
    [PAGES.popup]: html('page.js'),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}
