export { ACCESS_TOKEN_SECONDS } from './access-token.ts';
export { HOSTS } from './hosts.ts';
export { NOT_AUTHORIZED } from './reply.ts';
export type { Answer, Match, Rule } from './rules.ts';
export { type SeenRequest, type StandIn, type StandInOptions, startStandIn } from './stand-in.ts';
export {
  type AccessClaims,
  type AuthClaims,
  type AuthHeader,
  type Malformation,
  makeSecret,
  makeTeamKey,
  signAccessToken,
  signAuthToken,
  type TeamKey,
  type TeamKeyOptions,
  toP8,
} from './tokens.ts';
