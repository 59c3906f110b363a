/** CPU of the extension's process under a load that both panels get in turn, so that noise meets both. */
import { pause, type Seat, type Seats, settle } from './seat.ts';

export interface Costs {
  readonly meridian: number;
  readonly floor: number;
}

/**
 * Milliseconds of CPU for one request, over all rounds: the browser counts in steps of 10 ms, which only a long
 * sum makes small.
 * @param send sends so many requests from a seat's page
 */
export async function costPerRequest(
  seats: Seats,
  count: number,
  rounds: number,
  send: (seat: Seat, count: number) => Promise<void>,
): Promise<Costs> {
  let meridian = 0;
  let floor = 0;
  for (let round = 0; round < rounds; round++) {
    floor += await costOf(seats.floor, () => send(seats.floor, count));
    meridian += await costOf(seats.meridian, () => send(seats.meridian, count));
  }
  return { meridian: meridian / (count * rounds), floor: floor / (count * rounds) };
}

async function costOf(seat: Seat, run: () => Promise<void>): Promise<number> {
  const before = await seat.gauge.cpu();
  await run();
  await settle(seat);
  return (await seat.gauge.cpu()) - before;
}

/** Milliseconds of CPU while nothing happens, of both at the same time. */
export async function costOfIdling(seats: Seats, seconds: number): Promise<Costs> {
  const before = [await seats.meridian.gauge.cpu(), await seats.floor.gauge.cpu()] as const;
  await pause(seconds * 1_000);
  return {
    meridian: (await seats.meridian.gauge.cpu()) - before[0],
    floor: (await seats.floor.gauge.cpu()) - before[1],
  };
}
