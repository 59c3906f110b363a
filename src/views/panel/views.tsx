/** What the panel shows: the recorded requests, their tokens, or what the user brings. */
import type { Panel } from '../../app/panel/panel.ts';
import { type PanelView, VIEWS } from '../../app/panel/settings.ts';
import { useReader } from '../shared/strings.tsx';
import { Tabs } from './tabs.tsx';

export function Views({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  return (
    <Tabs
      class="views"
      id="view-tab"
      name={text('views_name')}
      tabs={VIEWS}
      chosen={panel.view}
      label={(view) => (
        <>
          {text(`view_${view}`)}
          <Count of={view} panel={panel} />
        </>
      )}
      controls="view"
    />
  );
}

function Count({ of: view, panel }: { readonly of: PanelView; readonly panel: Panel }) {
  const { format } = useReader();
  if (view === 'inspect') return null;
  const count = view === 'requests' ? panel.counts.value.all : panel.book.size.value;
  return <span class="count">{format.count(count)}</span>;
}
