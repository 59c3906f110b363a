/** The public face of the core. */

export { type AnalysedEntry, type Analysis, analyseHar, harEntriesOf, requestsOf } from './analyse-har.ts';
export { type Answer, answerOf, type ErrorDetail, requestId } from './apple/answers.ts';
export {
  type Endpoint,
  type EndpointGroup,
  type EndpointId,
  endpointOf,
  queryOf,
} from './apple/endpoints.ts';
export { hostOf, isAppleMapsHost, MAPS_API_HOST, WATCHED_HOSTS } from './apple/hosts.ts';
export { issuedTokens } from './apple/issued-tokens.ts';
export {
  coverageAnswer,
  originCoverage,
  type PageAnswer,
  type PageCoverage,
} from './apple/origin-coverage.ts';
export { type OriginDifference, originDifference } from './apple/origin-difference.ts';
export { type Coverage, coverageOf, originEntries } from './apple/origins.ts';
export { type Diagnosis, diagnose } from './diagnosis/diagnose.ts';
export type {
  Certainty,
  Evidence,
  Finding,
  FindingId,
  RuledOut,
  Severity,
  Value,
  Values,
} from './diagnosis/finding.ts';
export { createLogIndex, type LogFacts, type LogIndex } from './diagnosis/log-facts.ts';
export { isPreflight, precedes, preflightOf } from './diagnosis/preflights.ts';
export { SOURCES, type Source } from './diagnosis/sources.ts';
export { type SignatureState, type Subject, subjectOf } from './diagnosis/subject.ts';
export {
  BODY_LIMIT,
  type Body,
  bodyOfText,
  clipField,
  type Entry,
  entrySize,
  type HeaderField,
  header,
  type Preflight,
} from './entry.ts';
export {
  EXCHANGE_URL,
  heldUntil,
  type Issued,
  issuedBy,
  plannedExchange,
  plannedRequest,
} from './exchange.ts';
export {
  entryFromHar,
  type HarIdentity,
  harError,
  harIdentity,
  harMediaType,
  harStatus,
  textFromBase64,
} from './har.ts';
export { coordinateOf } from './json-coordinate.ts';
export { createJsonFind, foldCase, type JsonFind } from './json-find.ts';
export {
  beginningOf,
  childrenOf,
  type JsonKind,
  type JsonOutline,
  kindOf,
  nameOf,
  type Outlined,
  outlineOf,
  pathOf,
  textOf,
} from './json-outline.ts';
export { readBearer } from './token/bearer.ts';
export {
  type FaultMark,
  type FaultMarks,
  faultMarksOf,
  type Piece,
  type Place,
  piecesOf,
} from './token/fault-marks.ts';
export {
  type LifeState,
  type Lifetime,
  lifeShare,
  lifeState,
  lifetimeOf,
  secondsOf,
} from './token/lifetime.ts';
export {
  checkSignature,
  isCheckable,
  type KeyFault,
  type PublicKey,
  readPublicKey,
  verifySignature,
} from './token/signature.ts';
export { rawSignature } from './token/signature-form.ts';
export { fingerprint, own, readToken, type Token, type TokenKind } from './token/token.ts';
