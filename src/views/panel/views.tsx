/** What the panel shows: the recorded requests, or what the user brings. */
import { type Panel, VIEWS } from '../../app/panel/panel.ts';
import { useReader } from '../shared/strings.tsx';
import { Tabs } from './tabs.tsx';

export function Views({ panel }: { readonly panel: Panel }) {
  const { text, format } = useReader();
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
          {view === 'requests' && <span class="count">{format.count(panel.counts.value.all)}</span>}
        </>
      )}
      controls="view"
    />
  );
}
