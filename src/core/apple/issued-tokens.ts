/** What a successful exchange or bootstrap hands out. */
import type { Subject } from '../diagnosis/subject.ts';
import type { JsonObject } from '../token/json.ts';
import { isTenCharacterId, own, readToken, type Token } from '../token/token.ts';

export interface IssuedTokens {
  readonly token: Token | null;
  /** Team IDs that the answer names: `tid` of the access token, `team_id` of bootstrap. */
  readonly teams: readonly string[];
  /** The access key that tiles carry in their address (bootstrap only). */
  readonly accessKey: string | null;
}

const NOTHING: IssuedTokens = { token: null, teams: [], accessKey: null };

/** `/v1/token` writes `accessToken`, bootstrap `authInfo.access_token` beside `accessKey`. */
export function issuedTokens({ answer, endpoint }: Pick<Subject, 'answer' | 'endpoint'>): IssuedTokens {
  if (answer.kind !== 'json' || !isObject(answer.value)) return NOTHING;
  const body = answer.value;
  if (endpoint.id === 'token') return issued(own(body, 'accessToken'), undefined, undefined);
  if (endpoint.id !== 'bootstrap') return NOTHING;
  const info = own(body, 'authInfo');
  if (!isObject(info)) return issued(undefined, undefined, own(body, 'accessKey'));
  return issued(own(info, 'access_token'), own(info, 'team_id'), own(body, 'accessKey'));
}

function issued(text: unknown, team: unknown, accessKey: unknown): IssuedTokens {
  const token = typeof text === 'string' && text !== '' ? readToken(text) : null;
  return {
    token,
    teams: [own(token?.payload ?? null, 'tid'), team].filter(isTenCharacterId),
    accessKey: typeof accessKey === 'string' ? accessKey : null,
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
