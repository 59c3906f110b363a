import { ACCESS_TOKEN_SECONDS } from './access-token.ts';
import type { DemoKeys } from './demo-keys.ts';
import { DEMO } from './hosts.ts';
import { signAccessToken, signAuthToken } from './tokens.ts';
import { nowSeconds, type World } from './world.ts';

const SCOPE = 'mapkit_js server_api';
const HOUR = 3600;

const MAKERS = {
  good: (keys: DemoKeys, now: number) => signAuthToken(keys.good, claims(now)),
  expired: (keys: DemoKeys, now: number) => signAuthToken(keys.good, claims(now - 3 * HOUR)),
  'other-origin': (keys: DemoKeys, now: number) =>
    signAuthToken(keys.good, { ...claims(now), origin: 'shop.example' }),
  milliseconds: (keys: DemoKeys, now: number) =>
    signAuthToken(keys.good, claims(now), {}, { milliseconds: true }),
  'over-quota': (keys: DemoKeys, now: number) => signAuthToken(keys.overQuota, claims(now)),
  'expired-access': ({ good }: DemoKeys, now: number, secret: Uint8Array) => {
    const iat = now - 2 * ACCESS_TOKEN_SECONDS;
    return signAccessToken(secret, { tid: good.team, appid: good.mapsId, iat, origin: `https://${DEMO}` });
  },
};

export type DemoToken = keyof typeof MAKERS;

export function isDemoToken(name: string): name is DemoToken {
  return Object.hasOwn(MAKERS, name);
}

/** Signs the token that the demo page asks for by name, on the stand-in's clock. */
export function demoToken(world: World, keys: DemoKeys, name: DemoToken): string {
  return MAKERS[name](keys, nowSeconds(world), world.accessSecret);
}

/** A one-hour token for the demo's own origin. */
function claims(iat: number) {
  return { iat, exp: iat + HOUR, origin: DEMO, scope: SCOPE };
}
