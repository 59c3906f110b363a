/** Refusals that are worth saying aloud: each once, and not again for each try of the same. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Row } from './rows.ts';

export interface News {
  /** How many came in together. */
  readonly count: number;
  readonly last: Row;
}

export interface NewsDesk {
  readonly news: ReadonlySignal<News | null>;
  readonly edit: (fresh: readonly Row[], removed: readonly string[]) => void;
}

export function createNewsDesk(): NewsDesk {
  const news = signal<News | null>(null);
  const told = new Set<string>();
  return {
    news,
    edit(fresh, removed) {
      for (const id of removed) {
        told.delete(id);
        // Nothing of a log stays behind when it is cleared.
        if (news.peek()?.last.id === id) news.value = null;
      }
      const refusals = fresh.filter(
        ({ id, mark, subject }) => mark === 'refused' && subject.log.incident === null && !told.has(id),
      );
      const last = refusals.at(-1);
      if (last === undefined) return;
      for (const { id } of refusals) told.add(id);
      news.value = { count: refusals.length, last };
    },
  };
}
