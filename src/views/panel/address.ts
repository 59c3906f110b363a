/** The address of a request as it may be shown and copied: what opens a door is cut. */
import type { Entry } from '../../core/index.ts';
import { cutSecret } from '../shared/visible.ts';

/** Parameters of Apple's addresses that carry a token or an access key. */
const SECRETS = /([?&](?:token|accessKey|access_token)=)([^&#]*)/gi;

/** Whether a parameter is one of those. */
export function isSecretParameter(name: string): boolean {
  return /^(?:token|accessKey|access_token)$/i.test(name);
}

export function addressOf({ method, url }: Pick<Entry, 'method' | 'url'>): string {
  return `${method} ${url.replace(SECRETS, (_, name: string, value: string) => name + cutSecret(value))}`;
}
