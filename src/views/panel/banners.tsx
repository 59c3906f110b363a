/** What the user has to know at once, each with what to do about it. */
import type { ComponentChildren } from 'preact';
import type { Panel } from '../../app/panel/panel.ts';
import { Glyph, type GlyphKind } from '../shared/glyph.tsx';
import { CloseIcon } from '../shared/icon.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';

export function Banners({ panel }: { readonly panel: Panel }) {
  const { text, plural } = useReader();
  // Asked for while the extension can still be asked; the browser gives no sentence of one that it has ended.
  const disconnected = text('panel_disconnected');
  const isRequests = panel.view.value === 'requests';
  const dropped = panel.recorder.value?.dropped ?? 0;
  return (
    <>
      <div role="alert">{!panel.connected.value && <Banner is="warning">{disconnected}</Banner>}</div>
      {dropped > 0 && isRequests && (
        <Banner is="warning">
          <Message
            id={plural('panel_dropped', dropped)}
            values={{ dropped: { type: 'count', count: dropped } }}
          />
        </Banner>
      )}
      {!panel.hintRead.value && isRequests && panel.rows.value.length > 0 && <FirstHint panel={panel} />}
    </>
  );
}

/** Once in a life: with the first requests there is something to choose. */
function FirstHint({ panel }: { readonly panel: Panel }) {
  const { text } = useReader();
  return (
    <Banner is="note">
      <span class="grow">
        <Message id="hint_first" />
      </span>
      <button
        type="button"
        class="tool"
        data-action="hint-read"
        aria-label={text('hint_close')}
        title={text('hint_close')}
        onClick={() => {
          panel.hintRead.value = true;
        }}
      >
        <CloseIcon />
      </button>
    </Banner>
  );
}

function Banner({ is, children }: { readonly is: GlyphKind; readonly children: ComponentChildren }) {
  return (
    <div class="banner" data-is={is}>
      <Glyph is={is} />
      {typeof children === 'string' ? <span>{children}</span> : children}
    </div>
  );
}
