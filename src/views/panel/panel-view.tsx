/** The devtools panel: what the page asked of Apple Maps, and why it was refused. */
import '../shared/tokens.css';
import '../shared/parts.css';
import './panel.css';
import { useCallback, useRef, useState } from 'preact/hooks';
import type { Clock } from '../../app/clock.ts';
import type { Panel } from '../../app/panel/panel.ts';
import { ReaderProvider, type Strings } from '../shared/strings.tsx';
import { Announcer } from './announcer.tsx';
import { Banners } from './banners.tsx';
import { EmptyList } from './empty-list.tsx';
import { FindBar } from './find-bar.tsx';
import { type Copied, Foot } from './foot.tsx';
import { InspectView } from './inspect-view.tsx';
import { KeySheet } from './key-sheet.tsx';
import { Requests } from './requests.tsx';
import { TokensView } from './tokens-view.tsx';
import { Toolbar } from './toolbar.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePanelKeys } from './use-panel-keys.ts';

interface Props {
  readonly panel: Panel;
  readonly clock: Clock;
  readonly strings: Strings;
}

export function PanelView({ panel, clock, strings }: Props) {
  const [sheet, setSheet] = useState(false);
  const [copied, setCopied] = useState<Copied | null>(null);
  const onKeys = useCallback(() => setSheet(true), []);
  const onCopied = useCallback(
    (worked: boolean) => setCopied((last) => ({ nth: (last?.nth ?? 0) + 1, worked })),
    [],
  );
  const box = useRef<HTMLDivElement>(null);
  usePanelKeys({ panel, onKeys, onCopied });
  useKeptFocus(box);
  return (
    <ReaderProvider strings={strings} clock={clock}>
      <div ref={box} class="panel">
        <header>
          <h1 class="visually-hidden">{strings.text('extension_short_name')}</h1>
          <Toolbar panel={panel} onKeys={onKeys} />
          {panel.view.value === 'requests' && <FindBar log={panel} />}
          <Banners panel={panel} />
        </header>
        <Chosen panel={panel} />
        <Foot panel={panel} copied={copied} />
        <Announcer panel={panel} />
        <KeySheet open={sheet} onClose={() => setSheet(false)} />
      </div>
    </ReaderProvider>
  );
}

function Chosen({ panel }: { readonly panel: Panel }) {
  switch (panel.view.value) {
    case 'requests':
      return (
        <main id="view" aria-labelledby="view-tab-requests">
          <Requests log={panel} follows panel={panel}>
            <EmptyList panel={panel} />
          </Requests>
        </main>
      );
    case 'tokens':
      return (
        <main id="view" aria-labelledby="view-tab-tokens">
          <TokensView panel={panel} />
        </main>
      );
    case 'inspect':
      return <InspectView panel={panel} />;
  }
}
