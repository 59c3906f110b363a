/** What is known of a signature: whether it fits a key that the user gave, and whether it has the form that RFC 7518 asks for. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import { isCheckable, own, rawSignature, type SignatureState, type Token } from '../../core/index.ts';
import { CopyButton } from '../shared/copy-button.tsx';
import type { GlyphKind } from '../shared/glyph.tsx';
import { Hostile } from '../shared/hostile.tsx';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { type PluralId, useReader } from '../shared/strings.tsx';
import { KeyForm } from './key-form.tsx';

interface Props {
  readonly token: Token;
  readonly panel: Panel;
}

const GLYPHS = { fits: 'good', differs: 'refused', unchecked: 'unknown' } as const satisfies Record<
  SignatureState,
  GlyphKind
>;

export function Signature({ token, panel }: Props) {
  const { text, plural } = useReader();
  const { signature } = token;
  if (signature === null) return <p>{text('signature_unreadable')}</p>;
  if (signature.length === 0) return <State is="refused">{text('signature_none')}</State>;
  const raw = rawSignature(signature);
  const state = panel.keys.signatureOf(token);
  const kid = own(token.header, 'kid');
  return (
    <>
      <div role="status">
        <State is={GLYPHS[state]}>
          <Message
            id={plural(sentenceFor(token, state, panel.keys.given.value.length > 0), signature.length)}
            values={{
              bytes: { type: 'count', count: signature.length },
              kid: { type: 'code', text: typeof kid === 'string' ? kid : '–' },
            }}
          />
        </State>
      </div>
      {raw !== null && <RawForm text={raw} panel={panel} />}
      {isCheckable(token) && <KeyCheck token={token} panel={panel} />}
    </>
  );
}

function sentenceFor(token: Token, state: SignatureState, hasKeys: boolean): PluralId {
  if (token.kind === 'access') return 'signature_of_apple';
  if (state === 'unchecked' && !hasKeys) return 'signature_unchecked';
  if (state === 'unchecked') return 'signature_no_key';
  return state === 'fits' ? 'signature_fits' : 'signature_differs';
}

/** A signature in DER as the 64 bytes that it should have been written as. */
function RawForm({ text, panel }: { readonly text: string; readonly panel: Panel }) {
  return (
    <div class="raw-form">
      <p class="second">
        <Message id="signature_der" />
      </p>
      <CopyButton text={text} label="signature_copy_raw" done="signature_copied_raw" copy={panel.copy} />
      <p class="raw">
        <span data-part="signature">
          <Hostile text={text} />
        </span>
      </p>
    </div>
  );
}

/** The form stands here only after a click, so it may take the focus, and gives it back. */
function KeyCheck({ token, panel }: Props) {
  const { text } = useReader();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (open) return <KeyForm token={token} keys={panel.keys} onClose={() => setOpen(false)} />;
  return (
    <button
      ref={opener}
      type="button"
      class="button check-with"
      data-action="check-with-key"
      onClick={() => setOpen(true)}
    >
      {text(panel.keys.given.value.length > 0 ? 'signature_key_open_another' : 'signature_key_open')}
    </button>
  );
}
