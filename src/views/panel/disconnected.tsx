import type { Panel } from '../../app/panel/panel.ts';
import { Glyph } from '../shared/glyph.tsx';
import { useReader } from '../shared/strings.tsx';

export function Disconnected({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  return (
    <div role="alert">
      {!panel.connected.value && (
        <p class="banner">
          <Glyph is="warning" />
          <span>{text('panel_disconnected')}</span>
        </p>
      )}
    </div>
  );
}
