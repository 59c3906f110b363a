import { ACCESS_TOKEN_SECONDS, issueAccessToken } from './access-token.ts';
import { judgeAuthToken } from './auth-token.ts';
import { bearerToken } from './authorization.ts';
import { json, notAuthorized, type Reply, tooManyRequests } from './reply.ts';
import type { Incoming, World } from './world.ts';

/** `GET /v1/token`: an auth token for an access token; every refusal but the quota's is the same bare 401. */
export async function exchange(world: World, { headers }: Incoming): Promise<Reply> {
  const token = bearerToken(headers.authorization);
  if (token === undefined) return notAuthorized();
  const origin = headers.origin;
  const verdict = await judgeAuthToken(world, token, 'server_api', origin);
  if (verdict.kind !== 'accepted') return notAuthorized();
  if (!world.quota.spend(verdict.key.team)) return tooManyRequests();
  return json(200, {
    accessToken: issueAccessToken(world, verdict.key, origin),
    expiresInSeconds: ACCESS_TOKEN_SECONDS,
  });
}
