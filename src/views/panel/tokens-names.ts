/** Whose a token is. What comes from its text is as it was written, to be drawn as text from outside. */

import type { TokenRecord } from '../../app/panel/token-book.ts';
import { lifetimeOf, own, type Token } from '../../core/index.ts';
import { formatMessage } from '../shared/message.tsx';
import type { Reader } from '../shared/strings.tsx';

/** Empty where the token names none. */
export function keyNameOf({ header }: Token): string {
  return textOf(own(header, 'kid'));
}

export function originOf({ payload }: Token): string {
  return textOf(own(payload, 'origin'));
}

/** An access token names its team apart from its issuer, which is Apple. */
export function teamOf({ kind, payload }: Token): string {
  return textOf(own(payload, kind === 'access' ? 'tid' : 'iss'));
}

/** Its team, or that Apple issued it, and whether that was seen. */
export function teamLineOf(record: TokenRecord, since: number | null, reader: Reader): string {
  const { token, births } = record;
  const team = teamOf(token);
  if (token.kind === 'access')
    return reader.text(births.length > 0 ? 'tokens_of_apple' : unseenBirthOf(token, since));
  if (births.length > 0 && team === '') return reader.text('tokens_of_apple');
  if (team === '') return reader.text('tokens_unreadable');
  return formatMessage(reader, 'tokens_team', { team: { type: 'text', text: team } });
}

/**
 * Whether it is older than the log, as far as it tells.
 * @param since when recording began, in milliseconds since 1970; null where that is unknown
 */
export function unseenBirthOf(
  token: Token,
  since: number | null,
): 'tokens_birth_before' | 'tokens_birth_unseen' {
  const { from } = lifetimeOf(token);
  return from !== null && since !== null && from * 1000 < since
    ? 'tokens_birth_before'
    : 'tokens_birth_unseen';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
