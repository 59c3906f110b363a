import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A developer team's Maps key as Apple's side would know it, with the private half for signing in tests. */
export type TeamKey = {
  /** Team ID, 10 characters: the auth token's `iss`. */
  readonly team: string;
  /** Key ID, 10 characters: the auth token's `kid`. */
  readonly kid: string;
  /** Becomes the access token's `appid`. */
  readonly mapsId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly revoked: boolean;
  /** Whether the key has the MapKit JS capability, without which Apple accepts no Maps token of it. */
  readonly mapkitJs: boolean;
  /** Calls that the team may make before it gets 429; null for no limit. */
  readonly quota: number | null;
};

export type TeamKeyOptions = {
  readonly team?: string;
  readonly kid?: string;
  readonly mapsId?: string;
  readonly revoked?: boolean;
  readonly mapkitJs?: boolean;
  readonly quota?: number | null;
};

/** Makes an ES256 (P-256) key pair; the defaults name an invented team. */
export function makeTeamKey(options: TeamKeyOptions = {}): TeamKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const team = options.team ?? 'TEAMTEST01';
  return {
    team,
    kid: options.kid ?? 'KEYTEST001',
    mapsId: options.mapsId ?? `${team}.maps.test.example`,
    privateKey,
    publicKey,
    revoked: options.revoked ?? false,
    mapkitJs: options.mapkitJs ?? true,
    quota: options.quota ?? null,
  };
}

/** The private key as the PKCS #8 PEM text that Apple's portal hands out as a `.p8` file. */
export function toP8(key: TeamKey): string {
  return key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
