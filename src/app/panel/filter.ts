/** Kinds of requests that one press shows alone. */
import type { Row } from './rows.ts';

export const CHIPS = [
  'all',
  'refused',
  'warnings',
  'exchanges',
  'bootstraps',
  'services',
  'tiles',
  'other',
] as const;

export type Chip = (typeof CHIPS)[number];

/** Assets carry no token and no diagnosis, and come by the dozen, so only `other` shows them. */
export function chipHolds(chip: Chip, { mark, endpoint: { group } }: Row): boolean {
  switch (chip) {
    case 'all':
      return group !== 'asset' || mark !== 'none';
    case 'refused':
      return mark === 'refused';
    case 'warnings':
      return mark === 'warning';
    case 'exchanges':
      return group === 'exchange';
    case 'bootstraps':
      return group === 'bootstrap';
    case 'services':
      return group === 'service';
    case 'tiles':
      return group === 'tile';
    case 'other':
      return group === 'asset' || group === 'other';
  }
}

export type ChipCounts = Readonly<Record<Chip, number>>;

export const NO_COUNTS = Object.fromEntries(CHIPS.map((chip) => [chip, 0])) as ChipCounts;

export function recounted(counts: ChipCounts, gone: readonly Row[], fresh: readonly Row[]): ChipCounts {
  const next: Record<Chip, number> = { ...counts };
  for (const chip of CHIPS) {
    for (const row of gone) if (chipHolds(chip, row)) next[chip]--;
    for (const row of fresh) if (chipHolds(chip, row)) next[chip]++;
  }
  return next;
}
