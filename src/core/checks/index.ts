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
import { callbackSilent } from './callback-silent.ts';
import type { Check } from './check.ts';
import { claimsForeign } from './claims-foreign.ts';
import { clockSkew } from './clock-skew.ts';
import { corsBlocked } from './cors-blocked.ts';
import { exchangeTooOften } from './exchange-too-often.ts';
import { expBeforeIat } from './exp-before-iat.ts';
import { expFar } from './exp-far.ts';
import { expMissing } from './exp-missing.ts';
import { headerAlg } from './header-alg.ts';
import { headerCrit } from './header-crit.ts';
import { headerKidForm } from './header-kid-form.ts';
import { headerKidMissing } from './header-kid-missing.ts';
import { headerTyp } from './header-typ.ts';
import { hostLookAlike } from './host-look-alike.ts';
import { iatFuture } from './iat-future.ts';
import { iatMissing } from './iat-missing.ts';
import { issForm } from './iss-form.ts';
import { issKidSwapped } from './iss-kid-swapped.ts';
import { issMissing } from './iss-missing.ts';
import { methodNotGet } from './method-not-get.ts';
import { networkFailure } from './network-failure.ts';
import { originAbsentFromRequest } from './origin-absent-from-request.ts';
import { originCheckFailure } from './origin-check-failure.ts';
import { originForm } from './origin-form.ts';
import { originImplausible } from './origin-implausible.ts';
import { originMismatch } from './origin-mismatch.ts';
import { originMissing } from './origin-missing.ts';
import { pathTruncated } from './path-truncated.ts';
import { portalTokenShort } from './portal-token-short.ts';
import { queryInvalid } from './query-invalid.ts';
import { quotaExceeded } from './quota-exceeded.ts';
import { quotaRetryLoop } from './quota-retry-loop.ts';
import { retriesOfOneFailure } from './retries-of-one-failure.ts';
import { scopeForm } from './scope-form.ts';
import { scopeLacksProduct } from './scope-lacks-product.ts';
import { serverError } from './server-error.ts';
import { signatureDer } from './signature-der.ts';
import { signatureLength } from './signature-length.ts';
import { signatureMismatch } from './signature-mismatch.ts';
import { signatureMissing } from './signature-missing.ts';
import { staticTokenAtRefresh } from './static-token-at-refresh.ts';
import { timeInMilliseconds } from './time-in-milliseconds.ts';
import { timeNotANumber } from './time-not-a-number.ts';
import { tokenAlphabet } from './token-alphabet.ts';
import { tokenDuplicateKeys } from './token-duplicate-keys.ts';
import { tokenJson } from './token-json.ts';
import { tokenNotJwt } from './token-not-jwt.ts';
import { tokenOversized } from './token-oversized.ts';
import { tokenSuperseded } from './token-superseded.ts';
import { wrongFieldRead } from './wrong-field-read.ts';

export const CHECKS: readonly Check[] = [
  originCheckFailure,
  quotaExceeded,
  serverError,
  answerNotApple,
  blockedByClient,
  corsBlocked,
  networkFailure,

  wrongFieldRead,
  bearerMissing,
  bearerScheme,
  bearerNoSpace,
  bearerPlaceholder,
  bearerStrayCharacters,

  accessTokenAtExchange,
  authTokenAtService,
  tokenSuperseded,

  tokenOversized,
  tokenNotJwt,
  tokenAlphabet,
  tokenJson,
  tokenDuplicateKeys,
  headerAlg,
  headerKidMissing,
  headerTyp,
  headerCrit,
  signatureMissing,
  signatureLength,
  signatureDer,

  timeInMilliseconds,
  timeNotANumber,
  expBeforeIat,
  staticTokenAtRefresh,
  accessTokenExpired,
  authTokenExpired,
  iatMissing,
  iatFuture,
  expMissing,
  expFar,
  portalTokenShort,
  clockSkew,

  signatureMismatch,

  originForm,
  originMismatch,
  originImplausible,
  originAbsentFromRequest,
  originMissing,
  scopeLacksProduct,
  scopeForm,

  issMissing,
  issKidSwapped,
  issForm,
  headerKidForm,
  claimsForeign,

  hostLookAlike,
  methodNotGet,
  pathTruncated,
  queryInvalid,
  exchangeTooOften,
  quotaRetryLoop,
  retriesOfOneFailure,
  callbackSilent,
];
