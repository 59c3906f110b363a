/** Which rows the list shows. */
import type { Row } from './rows.ts';

export const CHIPS = [
  'all',
  'refused',
  'warnings',
  'exchanges',
  'bootstraps',
  'services',
  'tiles',
  'assets',
] as const;

export type Chip = (typeof CHIPS)[number];

export interface Filter {
  readonly chip: Chip;
  /** Plain text, any case, looked for in what a row shows and in its URL and claims. */
  readonly text: string;
}

/** Assets carry no token and no diagnosis, and come by the dozen, so only their own chip shows them. */
export function chipHolds(chip: Chip, { mark, endpoint }: Row): boolean {
  switch (chip) {
    case 'all':
      return endpoint.group !== 'asset' || mark !== 'none';
    case 'refused':
      return mark === 'refused';
    case 'warnings':
      return mark === 'warning';
    case 'exchanges':
      return endpoint.group === 'exchange';
    case 'bootstraps':
      return endpoint.group === 'bootstrap';
    case 'services':
      return endpoint.group === 'service';
    case 'tiles':
      return endpoint.group === 'tile';
    case 'assets':
      return endpoint.group === 'asset';
  }
}

/** @param name the endpoint's name in the reader's language */
export function textMatches(text: string, row: Row, name: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const { entry, token, diagnosis } = row;
  return [
    name,
    entry.method,
    String(entry.status),
    entry.url,
    entry.error,
    diagnosis.cause?.id,
    ...diagnosis.others.map(({ id }) => id),
    token?.kind,
    token?.lastFour,
    token?.headerText,
    token?.payloadText,
  ].some((place) => place?.toLowerCase().includes(wanted));
}
