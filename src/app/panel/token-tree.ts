/** What of the tokens' tree is open, focused, chosen and marked. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Row } from './rows.ts';
import type { TokenBook, TokenRecord } from './token-book.ts';
import { createTokenLines, requestLineId, splitId, type TreeLines } from './token-lines.ts';

export const TOKEN_TABS = ['overview', 'token', 'uses', 'compare'] as const;

export type TokenTab = (typeof TOKEN_TABS)[number];

/** What the details show. */
export type Chosen =
  | { readonly kind: 'token'; readonly record: TokenRecord }
  | { readonly kind: 'request'; readonly row: Row };

export interface TokenTree {
  /** Derived only while someone looks. */
  readonly lines: ReadonlySignal<TreeLines>;
  /** The line that the keyboard is at; it may be gone. */
  readonly cursor: Signal<string | null>;
  readonly chosen: ReadonlySignal<Chosen | null>;
  readonly chosenId: ReadonlySignal<string | null>;
  /** The token that the chosen one is compared with. */
  readonly marked: ReadonlySignal<TokenRecord | null>;
  readonly tab: Signal<TokenTab>;
  readonly choose: (id: string | null) => void;
  /** Chooses a token and opens what it hides in; the focus goes there. */
  readonly reveal: (record: TokenRecord) => void;
  /** True until the focus went to the line of the cursor. */
  readonly asksFocus: Signal<boolean>;
  /** Marks a token for comparing, or takes the mark away. The first one to be marked is the chosen one. */
  readonly mark: (record: TokenRecord) => void;
  readonly setOpen: (id: string, open: boolean) => void;
  /** The view is shown anew: tokens with many uses start closed again, unless the user opened them. */
  readonly show: () => void;
}

export function createTokenTree(book: TokenBook): TokenTree {
  /** What the user opened and closed. */
  const choices = signal<ReadonlyMap<string, boolean>>(new Map());
  /** How lines stood when they were first shown, so that none snaps shut while its uses come in. */
  const starts = signal(new Map<string, boolean>());
  const chosenId = signal<string | null>(null);
  const markedId = signal<string | null>(null);
  const tab = signal<TokenTab>('overview');
  const cursor = signal<string | null>(null);
  const asksFocus = signal(false);

  const linesNow = createTokenLines(book, (id, start) => {
    const known = choices.value.get(id) ?? starts.value.get(id);
    if (known !== undefined) return known;
    const open = start();
    starts.value.set(id, open);
    return open;
  });

  const chosen = computed<Chosen | null>(() => {
    if (chosenId.value === null) return null;
    const { recordId, rowId } = splitId(chosenId.value);
    if (rowId === null) {
      const record = book.recordWith(recordId);
      return record && { kind: 'token', record };
    }
    const row = book.rowWith(rowId);
    return row && { kind: 'request', row };
  });

  function choose(id: string | null): void {
    batch(() => {
      chosenId.value = id;
      if (id === null || id === markedId.value) markedId.value = null;
    });
  }

  return {
    lines: computed(linesNow),
    cursor,
    asksFocus,
    chosen,
    chosenId,
    marked: computed(() => (markedId.value === null ? null : book.recordWith(markedId.value))),
    tab,
    choose,
    reveal(record) {
      const opened = new Map(choices.value);
      for (let child: TokenRecord | null = record; child !== null; ) {
        const parent = book.parentOf(child);
        const [birth] = child.births;
        if (birth !== undefined) opened.set(requestLineId(birth, parent), true);
        if (parent !== null) opened.set(parent.id, true);
        child = parent;
      }
      batch(() => {
        choices.value = opened;
        cursor.value = record.id;
        asksFocus.value = true;
        choose(record.id);
      });
    },
    mark({ id }) {
      batch(() => {
        if (chosen.value?.kind !== 'token') chosenId.value = id;
        else if (id === markedId.value) markedId.value = null;
        else if (id !== chosenId.value) {
          markedId.value = id;
          tab.value = 'compare';
        }
      });
    },
    setOpen(id, open) {
      choices.value = new Map(choices.value).set(id, open);
    },
    show() {
      starts.value = new Map();
    },
  };
}
