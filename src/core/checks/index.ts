/**
 * Every check, in the order in which findings of one step are named.
 * To add one: a file named after its id, its sentences in `_locales`, a line here, a table of cases in test/core/checks.
 */
import { accessTokenAtExchange } from './access-token-at-exchange.ts';
import { accessTokenExpired } from './access-token-expired.ts';
import { answerNotApple } from './answer-not-apple.ts';
import { authTokenAtService } from './auth-token-at-service.ts';
import { authTokenExpired } from './auth-token-expired.ts';
import { bearerMissing } from './bearer-missing.ts';
import { bearerNoSpace } from './bearer-no-space.ts';
import { bearerPlaceholder } from './bearer-placeholder.ts';
import { bearerScheme } from './bearer-scheme.ts';
import { bearerStrayCharacters } from './bearer-stray-characters.ts';
import { blockedByClient } from './blocked-by-client.ts';
import type { Check } from './check.ts';
import { clockSkew } from './clock-skew.ts';
import { corsBlocked } from './cors-blocked.ts';
import { expBeforeIat } from './exp-before-iat.ts';
import { expFar } from './exp-far.ts';
import { expMissing } from './exp-missing.ts';
import { headerAlg } from './header-alg.ts';
import { headerKidForm } from './header-kid-form.ts';
import { headerKidMissing } from './header-kid-missing.ts';
import { headerTyp } from './header-typ.ts';
import { iatFuture } from './iat-future.ts';
import { iatMissing } from './iat-missing.ts';
import { issForm } from './iss-form.ts';
import { issMissing } from './iss-missing.ts';
import { networkFailure } from './network-failure.ts';
import { originCheckFailure } from './origin-check-failure.ts';
import { quotaExceeded } from './quota-exceeded.ts';
import { serverError } from './server-error.ts';
import { signatureLength } from './signature-length.ts';
import { signatureMissing } from './signature-missing.ts';
import { timeInMilliseconds } from './time-in-milliseconds.ts';
import { timeNotANumber } from './time-not-a-number.ts';
import { tokenAlphabet } from './token-alphabet.ts';
import { tokenDuplicateKeys } from './token-duplicate-keys.ts';
import { tokenJson } from './token-json.ts';
import { tokenNotJwt } from './token-not-jwt.ts';
import { tokenOversized } from './token-oversized.ts';

export const CHECKS: readonly Check[] = [
  originCheckFailure,
  quotaExceeded,
  serverError,
  answerNotApple,
  blockedByClient,
  corsBlocked,
  networkFailure,

  bearerMissing,
  bearerScheme,
  bearerNoSpace,
  bearerPlaceholder,
  bearerStrayCharacters,

  accessTokenAtExchange,
  authTokenAtService,

  tokenOversized,
  tokenNotJwt,
  tokenAlphabet,
  tokenJson,
  tokenDuplicateKeys,
  headerAlg,
  headerKidMissing,
  headerTyp,
  signatureMissing,
  signatureLength,

  timeInMilliseconds,
  timeNotANumber,
  expBeforeIat,
  accessTokenExpired,
  authTokenExpired,
  iatMissing,
  iatFuture,
  expMissing,
  expFar,
  clockSkew,

  issMissing,
  issForm,
  headerKidForm,
];
