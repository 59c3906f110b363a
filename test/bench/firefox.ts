/** The panel in Firefox, in a reduced form. */
import type { StandIn, TeamKey } from '../stand-in/index.ts';
import { documentSize } from './counters.ts';
import { costPerRequest } from './cpu.ts';
import { type Figure, seen } from './figure.ts';
import { answersToRows } from './latency.ts';
import { makeTokens, sendElsewhere, sendToApple } from './load.ts';
import type { Scale } from './scale.ts';
import { FLOOR, launchBrowser, type Seat, settle, takeSeat } from './seat.ts';
import { median, steadyPercentile } from './statistics.ts';
import { installWatch } from './watch.ts';

export async function firefoxFigures(
  extension: string,
  standIn: StandIn,
  key: TeamKey,
  { few, rounds, requests, answers }: Scale,
  say: (progress: string) => void,
): Promise<readonly Figure[]> {
  const browsers = {
    meridian: await launchBrowser('firefox', extension, standIn),
    floor: await launchBrowser('firefox', FLOOR, standIn),
  };
  try {
    const seats = {
      meridian: await takeSeat(browsers.meridian, 'meridian'),
      floor: await takeSeat(browsers.floor, 'floor'),
    };
    const { meridian, floor } = seats;
    await installWatch(meridian.panel, 'meridian');
    await installWatch(floor.panel, 'floor');
    const tokens = makeTokens(key, standIn);
    let sent = 0;
    const apple = async (seat: Seat, count: number) => {
      await sendToApple(seat.tab, tokens, { first: sent, count, parallel: 8 });
      if (seat === meridian) sent += count;
    };
    while (sent < few - (rounds * requests) / 2) {
      say(`Firefox: filling the log: ${sent}`);
      await apple(meridian, 100);
      await settle(meridian);
    }
    say(`Firefox: CPU at ${few} rows`);
    const cost = await costPerRequest(seats, requests, rounds, apple);
    say('Firefox: CPU of other hosts');
    const others = await costPerRequest(seats, 500, 1, (seat, count) =>
      sendElsewhere(seat.tab, 'own host', { first: 0, count, parallel: 8 }),
    );
    say('Firefox: answers to rows');
    const delays = await answersToRows(seats, tokens, sent, answers);
    const size = await documentSize(meridian.panel);
    return [
      seen(
        `Firefox: CPU of a request to Apple, ${few} rows / the floor`,
        cost.meridian,
        'ms CPU',
        cost.floor,
      ),
      seen(
        'Firefox: CPU of a request to any other host / the floor',
        others.meridian,
        'ms CPU',
        others.floor,
      ),
      seen(
        'Firefox: answer received → row painted, 95 % / the floor’s next frame',
        steadyPercentile(delays.meridian, 0.95),
        'ms',
        steadyPercentile(delays.floor, 0.95),
      ),
      seen('the same, median', median(delays.meridian), 'ms', median(delays.floor)),
      seen(`Firefox: elements in the document, ${few} rows`, size.elements, 'nodes'),
    ];
  } finally {
    await browsers.meridian.close();
    await browsers.floor.close();
  }
}
