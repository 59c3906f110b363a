/** What the browser's devtools tell an extension of the page's requests: all that a recorder can know. */
import type { View } from './drivers/driver.ts';

interface HarRequest {
  readonly request: { readonly method: string; readonly url: string };
}

interface Network {
  readonly onRequestFinished: { addListener(listener: (har: HarRequest) => void): void };
  getHAR(done: (log: { readonly entries: readonly HarRequest[] }) => void): void;
}

interface Watched {
  readonly chrome: { readonly devtools: { readonly network: Network } };
  toldRequests?: Set<string>;
}

export function watchRequests(devtoolsPage: View): Promise<void> {
  return devtoolsPage.evaluate((w) => {
    const watched = w as unknown as Watched;
    const told = new Set<string>();
    watched.toldRequests = told;
    watched.chrome.devtools.network.onRequestFinished.addListener(({ request }) => {
      if (request.method === 'GET') told.add(request.url);
    });
  });
}

/** How many different addresses of Apple's token service the page has asked, by event or by snapshot. */
export function tokenRequestsTold(devtoolsPage: View): Promise<number> {
  return devtoolsPage.evaluate(async (w) => {
    const watched = w as unknown as Watched;
    const { entries } = await new Promise<{ entries: readonly HarRequest[] }>((resolve) =>
      watched.chrome.devtools.network.getHAR(resolve),
    );
    const told = new Set(watched.toldRequests);
    for (const { request } of entries) if (request.method === 'GET') told.add(request.url);
    return [...told].filter((url) => url.startsWith('https://maps-api.apple.com/v1/token')).length;
  });
}
