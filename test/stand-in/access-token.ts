import { compactVerify } from 'jose';
import { bearerToken } from './authorization.ts';
import { decodeObject } from './encoding.ts';
import type { TeamKey } from './team-key.ts';
import { signAccessToken } from './tokens.ts';
import { nowSeconds, type World } from './world.ts';

/** The life of every access token. */
export const ACCESS_TOKEN_SECONDS = 1800;

/**
 * Issues an access token for the team of a key, valid from the world's now.
 *
 * @param origin the request's full `Origin`; a claim only when there was one
 */
export function issueAccessToken(world: World, key: TeamKey, origin: string | undefined): string {
  const iat = nowSeconds(world);
  return signAccessToken(world.accessSecret, {
    tid: key.team,
    appid: key.mapsId,
    iat,
    exp: iat + ACCESS_TOKEN_SECONDS,
    ...(origin === undefined ? {} : { origin }),
  });
}

/** The team that a live access token in an `Authorization` header belongs to; undefined when Apple would refuse it. */
export async function teamOfAccessToken(
  world: World,
  header: string | undefined,
): Promise<string | undefined> {
  const token = bearerToken(header);
  if (token === undefined) return undefined;
  try {
    await compactVerify(token, world.accessSecret, { algorithms: ['HS512'] });
  } catch {
    return undefined;
  }
  const { iss, tid, exp } = decodeObject(token.split('.')[1] ?? '') ?? {};
  const isLive = typeof exp === 'number' && exp > nowSeconds(world);
  return iss === 'mapsapi' && typeof tid === 'string' && isLive ? tid : undefined;
}
