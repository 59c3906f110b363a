/**
 * Where each finding comes from. Apple's pages are paths on developer.apple.com; what no page says was observed, and by
 * whom is told.
 */
import type { FindingId } from './finding.ts';

export interface Source {
  readonly kind: 'apple' | 'standard' | 'observed';
  /** A path on developer.apple.com for `apple`, else a citation. */
  readonly text: string;
}

export const SOURCES: Readonly<Record<FindingId, readonly Source[]>> = {
  'bearer-missing': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' },
    { kind: 'standard', text: 'RFC 6750 §2.1' },
  ],
  'bearer-scheme': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' },
    { kind: 'standard', text: 'RFC 9110 §11.1, RFC 6750 §2.1' },
  ],
  'bearer-no-space': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' },
    { kind: 'standard', text: 'RFC 6750 §2.1' },
    { kind: 'observed', text: 'Apple developer forums, April 2024' },
  ],
  'bearer-placeholder': [
    { kind: 'standard', text: 'RFC 6750 §2.1' },
    { kind: 'observed', text: 'Public client code that reads the token under another name' },
  ],
  'bearer-stray-characters': [
    { kind: 'standard', text: 'RFC 6750 §2.1' },
    { kind: 'observed', text: 'Public client code' },
  ],
  'token-not-jwt': [{ kind: 'standard', text: 'RFC 7515 §7.1, RFC 7516 §7.1' }],
  'token-alphabet': [{ kind: 'standard', text: 'RFC 7515 §2, RFC 4648 §5' }],
  'token-json': [{ kind: 'standard', text: 'RFC 7519 §7.2, RFC 8259' }],
  'token-duplicate-keys': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'standard', text: 'RFC 7515 §4, RFC 7519 §4' },
  ],
  'token-oversized': [
    { kind: 'observed', text: 'Every Maps token seen in public has fewer than 1,000 characters' },
  ],
  'header-alg': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'standard', text: 'RFC 7518 §3.4' },
  ],
  'header-typ': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'observed', text: 'MapKit JS warns of it (5.x)' },
  ],
  'header-kid-missing': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'standard', text: 'RFC 7515 §4.1.4' },
  ],
  'header-kid-form': [
    { kind: 'apple', text: 'help/account/capabilities/create-a-maps-identifier-and-private-key' },
    { kind: 'observed', text: 'Every key ID seen in public' },
  ],
  'header-crit': [{ kind: 'standard', text: 'RFC 7515 §4.1.2 to §4.1.11, RFC 8725 §3.10' }],
  'signature-missing': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'standard', text: 'RFC 7515 §5.2' },
  ],
  'signature-length': [{ kind: 'standard', text: 'RFC 7518 §3.4' }],
  'signature-der': [
    { kind: 'standard', text: 'RFC 7518 §3.4' },
    {
      kind: 'observed',
      text: 'Two PHP packages send DER to MapKit without reports of refusals; other clients report them',
    },
  ],
  'signature-mismatch': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'standard', text: 'RFC 7515 §5.2' },
  ],
  'iss-missing': [{ kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' }],
  'iss-form': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'observed', text: 'Every Team ID seen in public' },
  ],
  'iss-kid-swapped': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'observed', text: 'Apple developer forums, thread 766701' },
  ],
  'iat-missing': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'standard', text: 'RFC 7519 §4.1.6' },
  ],
  'iat-future': [
    { kind: 'standard', text: 'RFC 7519 §4.1.6' },
    { kind: 'observed', text: 'MapKit JS warns of it (5.x)' },
  ],
  'time-in-milliseconds': [
    { kind: 'standard', text: 'RFC 7519 §2 (NumericDate)' },
    { kind: 'observed', text: 'Apple developer forums, thread 766701' },
  ],
  'time-not-a-number': [
    { kind: 'standard', text: 'RFC 7519 §2 (NumericDate)' },
    { kind: 'observed', text: 'Apple developer forums, thread 766701' },
  ],
  'exp-before-iat': [{ kind: 'standard', text: 'RFC 7519 §4.1.4' }],
  'exp-missing': [
    { kind: 'apple', text: 'documentation/mapkitjs/creating-a-maps-token' },
    { kind: 'observed', text: 'Portal tokens in public repositories' },
  ],
  'exp-far': [{ kind: 'observed', text: 'MapKit JS warns of it (5.x)' }],
  'auth-token-expired': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'standard', text: 'RFC 7519 §4.1.4' },
  ],
  'access-token-expired': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' },
    { kind: 'standard', text: 'RFC 7519 §4.1.4' },
  ],
  'clock-skew': [{ kind: 'standard', text: 'RFC 9110 §6.6.1' }],
  'origin-missing': [
    { kind: 'apple', text: 'documentation/mapkitjs/creating-a-maps-token' },
    { kind: 'observed', text: 'MapKit JS warns of it (5.x)' },
  ],
  'origin-form': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'observed', text: 'Measured on bootstrap, July 2026: a trailing slash matches nothing' },
  ],
  'origin-implausible': [
    { kind: 'apple', text: 'documentation/mapkitjs/creating-a-maps-token' },
    { kind: 'observed', text: 'Tokens in public repositories' },
  ],
  'origin-mismatch': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'observed', text: 'Measured on bootstrap, July and September 2026' },
  ],
  'origin-absent-from-request': [
    { kind: 'observed', text: 'Measured: bootstrap accepts it, a snapshot refuses it' },
  ],
  'scope-form': [{ kind: 'apple', text: 'documentation/mapkitjs/creating-a-maps-token' }],
  'scope-lacks-product': [{ kind: 'apple', text: 'documentation/mapkitjs/creating-a-maps-token' }],
  'claims-foreign': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'observed', text: 'Tokens in public repositories' },
  ],
  'portal-token-short': [
    { kind: 'apple', text: 'documentation/mapkitjs/creating-a-maps-token' },
    { kind: 'observed', text: 'Portal tokens in public repositories' },
  ],
  'access-token-at-exchange': [{ kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' }],
  'auth-token-at-service': [{ kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' }],
  'method-not-get': [{ kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' }],
  'path-truncated': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' },
    { kind: 'observed', text: 'An older copy of Apple’s page shows a path cut short' },
  ],
  'host-look-alike': [],
  'query-invalid': [{ kind: 'apple', text: 'documentation/applemapsserverapi' }],
  'wrong-field-read': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' },
    { kind: 'observed', text: 'Public client code' },
  ],
  'token-superseded': [{ kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' }],
  'exchange-too-often': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' },
    { kind: 'observed', text: 'WWDC22, session 10006' },
  ],
  'callback-silent': [
    { kind: 'apple', text: 'documentation/mapkitjs/mapkitinitializationoptions/authorizationcallback' },
  ],
  'static-token-at-refresh': [
    { kind: 'apple', text: 'documentation/mapkitjs/mapkitinitializationoptions/authorizationcallback' },
    { kind: 'observed', text: 'MapKit JS warns of it (5.x)' },
  ],
  'origin-check-failure': [
    { kind: 'apple', text: 'documentation/applemapsserverapi/debugging-an-invalid-token' },
    { kind: 'observed', text: 'Bootstrap answers of 2026' },
  ],
  'quota-exceeded': [{ kind: 'apple', text: 'documentation/applemapsserverapi' }],
  'quota-retry-loop': [
    { kind: 'apple', text: 'documentation/applemapsserverapi' },
    { kind: 'observed', text: 'WWDC22, session 10006' },
  ],
  'server-error': [{ kind: 'apple', text: 'documentation/applemapsserverapi/-v1-token' }],
  'answer-not-apple': [{ kind: 'observed', text: 'RFC 8910: captive portals answer in place of the server' }],
  'blocked-by-client': [
    { kind: 'observed', text: 'Chromium net::ERR_BLOCKED_BY_CLIENT; content security policy' },
  ],
  'network-failure': [],
  'cors-blocked': [{ kind: 'standard', text: 'Fetch standard, CORS protocol' }],
  'retries-of-one-failure': [{ kind: 'observed', text: 'Measured on MapKit JS 5.29 and 5.52' }],
  'rejected-well-formed': [
    { kind: 'apple', text: 'help/account/capabilities/create-a-maps-identifier-and-private-key' },
  ],
  internal: [],
};
