import type { Page, Browser as Puppeteer } from 'puppeteer-core';

/** Opens chrome://extensions for as long as `use` takes; only this page has the API that its own controls use. */
export async function onExtensionsPage<R>(browser: Puppeteer, use: (page: Page) => Promise<R>): Promise<R> {
  const page = await browser.newPage({ type: 'tab', background: true });
  try {
    await page.goto('chrome://extensions');
    return await use(page);
  } finally {
    await page.close();
  }
}
