/**
 * How the user likes the panel. Nothing of what was recorded or typed is in it. A record that is not wholly sound counts
 * as none: half of one would be harder to understand than the panel as it comes.
 */
import * as v from 'valibot';
import { ALL_COLUMNS, COLUMNS, type ColumnChoice, HIDEABLE, WIDTHS } from './columns.ts';
import { CHIPS, type Chip } from './filter.ts';
import { BY_TIME, type Sort } from './sort.ts';

export const VIEWS = ['requests', 'tokens', 'inspect'] as const;

export type PanelView = (typeof VIEWS)[number];

/** The list's share of the panel, in percent: beside the details, and above them where the panel is narrow. */
export interface Split {
  readonly beside: number;
  readonly below: number;
}

export interface Settings {
  readonly view: PanelView;
  readonly chip: Chip;
  readonly sort: Sort;
  readonly columns: ColumnChoice;
  readonly split: Split;
  /** The hint of the first run was read. */
  readonly hintRead: boolean;
}

export const SHARES = { least: 15, most: 85 } as const;

export const USUAL_SETTINGS: Settings = {
  view: 'requests',
  chip: 'all',
  sort: BY_TIME,
  columns: ALL_COLUMNS,
  split: { beside: 46, below: 38 },
  hintRead: false,
};

const Width = v.pipe(v.number(), v.integer(), v.minValue(WIDTHS.least), v.maxValue(WIDTHS.most));
const Share = v.pipe(v.number(), v.minValue(SHARES.least), v.maxValue(SHARES.most));
const Column = v.picklist(COLUMNS);

const Saved = v.strictObject({
  version: v.literal(1),
  view: v.picklist(VIEWS),
  chip: v.picklist(CHIPS),
  sort: v.strictObject({ column: Column, descending: v.boolean() }),
  columns: v.strictObject({
    hidden: v.pipe(v.array(v.picklist(HIDEABLE)), v.maxLength(COLUMNS.length)),
    widths: v.record(Column, Width),
  }),
  split: v.strictObject({ beside: Share, below: Share }),
  hintRead: v.boolean(),
});

export function settingsFrom(text: string | null): Settings {
  if (text === null) return USUAL_SETTINGS;
  try {
    const { version: _, ...settings } = v.parse(Saved, JSON.parse(text));
    return settings;
  } catch {
    return USUAL_SETTINGS;
  }
}

export function settingsText(settings: Settings): string {
  return JSON.stringify({ version: 1, ...settings });
}
