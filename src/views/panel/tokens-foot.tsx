/** How many tokens there are, and how many of them are still good. */
import { useComputed } from '@preact/signals';
import type { Panel } from '../../app/panel/panel.ts';
import { lifeState, lifetimeOf } from '../../core/index.ts';
import { formatMessage } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';

export function TokenCounts({ panel }: { readonly panel: Panel }) {
  const reader = useReader();
  const { book, skew } = panel;
  const counts = useComputed(() => {
    const now = reader.clock.now.value / 1000 + (skew.value ?? 0);
    const states = book.records().map(({ token }) => lifeState(lifetimeOf(token), now));
    const count = (of: number) => ({ type: 'count', count: of }) as const;
    return formatMessage(reader, reader.plural('tokens_foot', states.length), {
      count: count(states.length),
      good: count(states.filter((state) => state === 'good' || state === 'open').length),
      ended: count(states.filter((state) => state === 'ended').length),
    });
  });
  return <span>{counts}</span>;
}
