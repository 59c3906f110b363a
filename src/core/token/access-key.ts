/** The key that MapKit JS puts into the addresses of tiles: `<exp>_<number>_/_<base64>`, as bootstrap answers hand out. */
import { secondsOf } from './lifetime.ts';

/** When an access key ends, in seconds since 1970; null where it does not say. */
export function accessKeyEnd(key: string): number | null {
  const end = /^(\d{9,11})_/.exec(key)?.[1];
  return end === undefined ? null : secondsOf(Number(end));
}
