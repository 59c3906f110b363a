/** A page that sends far more than Apple's requests: what the panel must still count, hold and answer. */
import type { BrowserName, Tab, View } from '../browser/drivers/driver.ts';
import type { Counters } from '../browser/panel-page.ts';
import { countersOf } from './counters.ts';
import { sendElsewhere, sendToApple, type Tokens } from './load.ts';
import { pause } from './seat.ts';

export interface Burst {
  readonly apple: number;
  readonly elsewhere: number;
}

/** Sends so many requests to other hosts, and one to Apple's for each hundred of them, mixed. */
export async function sendBurst(
  tab: Tab,
  tokens: Tokens,
  to: Parameters<typeof sendElsewhere>[1],
  elsewhere: number,
  first = 0,
): Promise<Burst> {
  const step = 1_000;
  let apple = 0;
  for (let sent = 0; sent < elsewhere; sent += step) {
    const count = Math.min(step, elsewhere - sent);
    const some = Math.round(count / 100);
    await Promise.all([
      sendElsewhere(tab, to, { first: first + sent, count }),
      sendToApple(tab, tokens, { first: first + apple, count: some, parallel: 2 }),
    ]);
    apple += some;
  }
  return { apple, elsewhere };
}

/**
 * What is wrong with the counters after a burst, in words; nothing if they are exact.
 * @param before the counters at its beginning
 * @param heard what devtools told the extension of; Firefox's lose a request now and then
 */
export function miscounted(
  browser: BrowserName,
  sent: Burst,
  heard: Burst,
  before: Counters,
  { seen, kept, dropped, filtered }: Counters,
): readonly string[] {
  const faults: string[] = [];
  if (seen !== kept + dropped + filtered)
    faults.push(`${seen} seen, but ${kept} kept + ${dropped} dropped + ${filtered} filtered`);
  const elsewhere = filtered - before.filtered;
  const apple = kept + dropped - before.kept - before.dropped;
  if (elsewhere !== heard.elsewhere) faults.push(`${elsewhere} filtered of ${heard.elsewhere} heard`);
  // What raised no event may still have been found in devtools' log.
  if (apple < heard.apple || apple > sent.apple)
    faults.push(`${apple} of Apple's, of ${heard.apple} heard and ${sent.apple} sent`);
  if (browser === 'chromium' && (heard.elsewhere !== sent.elsewhere || apple !== sent.apple))
    faults.push(`${heard.elsewhere} and ${apple} heard of ${sent.elsewhere} and ${sent.apple} sent`);
  return faults;
}

interface Witness {
  readonly witness: { readonly apple: Set<string>; elsewhere: number };
}

type Network = { onRequestFinished: { addListener(listener: (har: Told) => void): void } };
type Told = {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly status: number };
};

/** Counts, in the devtools page and apart from the extension's own code, what devtools tell of. */
export async function callWitness(devtoolsPage: View): Promise<() => Promise<Burst>> {
  await devtoolsPage.evaluate((w) => {
    // By address, of which no two are the same, and only with their answer: Firefox tells of some requests before
    // it, and the extension believes those only when it has heard of them again.
    const apple = new Set<string>();
    const witness = { apple, elsewhere: 0 };
    const network = w.chrome.devtools.network as unknown as Network;
    network.onRequestFinished.addListener(({ request: { method, url }, response: { status } }) => {
      const isApples = url.startsWith('https://maps-api.apple.com/');
      if (!isApples) witness.elsewhere += 1;
      else if (method !== 'OPTIONS' && status > 0) apple.add(url);
    });
    Object.assign(w, { witness });
  });
  return () =>
    devtoolsPage.evaluate((w) => {
      const { apple, elsewhere } = (w as unknown as Witness).witness;
      return { apple: apple.size, elsewhere };
    });
}

/** Waits until the foot has told of so many requests more, or of nothing new for half a minute. */
export async function countersAfter(panel: View, before: Counters, more: number): Promise<Counters> {
  let last = await countersOf(panel);
  for (let quietSince = Date.now(); last.seen < before.seen + more && Date.now() - quietSince < 30_000; ) {
    await pause(500);
    const now = await countersOf(panel);
    if (now.seen !== last.seen) quietSince = Date.now();
    last = now;
  }
  // One more would be as wrong as one fewer.
  await pause(1_500);
  return countersOf(panel);
}
