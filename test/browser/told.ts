/** What the browser's devtools tell an extension of the page's requests: all that a recorder can know. */
import type { View } from './drivers/driver.ts';

interface HarRequest {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly status: number };
}

interface Network {
  readonly onRequestFinished: { addListener(listener: (har: HarRequest) => void): void };
  getHAR(done: (log: { readonly entries: readonly HarRequest[] }) => void): void;
}

interface Watched {
  readonly chrome: { readonly devtools: { readonly network: Network } };
  /** Statuses by address; 0 stands for no answer. */
  toldRequests?: Map<string, number>;
}

export function watchRequests(devtoolsPage: View): Promise<void> {
  return devtoolsPage.evaluate((w) => {
    const watched = w as unknown as Watched;
    const told = new Map<string, number>();
    watched.toldRequests = told;
    watched.chrome.devtools.network.onRequestFinished.addListener(({ request, response }) => {
      if (request.method === 'GET') told.set(request.url, response.status);
    });
  });
}

/**
 * How many different addresses of Apple's token service the page has asked, by event or by snapshot; and of how many
 * the answer is told too.
 */
export function tokenRequestsTold(devtoolsPage: View): Promise<{ told: number; answered: number }> {
  return devtoolsPage.evaluate(async (w) => {
    const watched = w as unknown as Watched;
    const { entries } = await new Promise<{ entries: readonly HarRequest[] }>((resolve) =>
      watched.chrome.devtools.network.getHAR(resolve),
    );
    const all = new Map(watched.toldRequests);
    for (const { request, response } of entries) {
      if (request.method === 'GET')
        all.set(request.url, Math.max(response.status, all.get(request.url) ?? 0));
    }
    const ours = [...all].filter(([url]) => url.startsWith('https://maps-api.apple.com/v1/token'));
    return { told: ours.length, answered: ours.filter(([, status]) => status > 0).length };
  });
}
