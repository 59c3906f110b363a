/** The devtools panel: what the page asked of Apple Maps, and why it was refused. */
import '../shared/tokens.css';
import '../shared/parts.css';
import './panel.css';
import type { Clock } from '../../app/clock.ts';
import type { Panel } from '../../app/panel/panel.ts';
import { ReaderProvider, type Strings } from '../shared/strings.tsx';
import { Announcer } from './announcer.tsx';
import { Disconnected } from './disconnected.tsx';
import { EmptyList } from './empty-list.tsx';
import { FindBar } from './find-bar.tsx';
import { Foot } from './foot.tsx';
import { InspectView } from './inspect-view.tsx';
import { Requests } from './requests.tsx';
import { Toolbar } from './toolbar.tsx';

interface Props {
  readonly panel: Panel;
  readonly clock: Clock;
  readonly strings: Strings;
}

export function PanelView({ panel, clock, strings }: Props) {
  return (
    <ReaderProvider strings={strings} clock={clock}>
      <div class="panel">
        <header>
          <h1 class="visually-hidden">{strings.text('extension_short_name')}</h1>
          <Toolbar panel={panel} />
          {panel.view.value === 'requests' && <FindBar panel={panel} />}
          <Disconnected panel={panel} />
        </header>
        {panel.view.value === 'requests' ? <Recorded panel={panel} /> : <InspectView panel={panel} />}
        <Foot panel={panel} />
        <Announcer panel={panel} />
      </div>
    </ReaderProvider>
  );
}

function Recorded({ panel }: { readonly panel: Panel }) {
  return (
    <main id="view" aria-labelledby="view-tab-requests">
      <Requests log={panel} follows panel={panel}>
        <EmptyList panel={panel} />
      </Requests>
    </main>
  );
}
