import { createHmac, randomBytes } from 'node:crypto';
import { nowSeconds, type World } from './world.ts';

/**
 * Makes the key that tile URLs carry: `<exp unix>_<int>_/_<base64>`.
 *
 * @param exp unix seconds, the same as the access token's
 */
export function issueAccessKey(world: World, exp: number): string {
  const number = randomBytes(8).readBigUInt64BE() >> 1n;
  return `${exp}_${number}_/_${seal(world, `${exp}_${number}`)}`;
}

/** Whether an access key was issued here and has not expired. */
export function accessKeyLives(world: World, accessKey: string): boolean {
  const match = /^((\d+)_\d+)_\/_(.+)$/.exec(accessKey);
  if (!match) return false;
  const [, stem = '', exp, sealed] = match;
  return sealed === seal(world, stem) && Number(exp) > nowSeconds(world);
}

function seal(world: World, stem: string): string {
  return createHmac('sha256', world.tileSecret).update(stem).digest('base64');
}
