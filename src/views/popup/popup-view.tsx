/** The popup: from a stored auth token to a fresh access token. */
import '../shared/tokens.css';
import '../shared/parts.css';
import './popup.css';
import { useEffect, useRef } from 'preact/hooks';
import type { Clock } from '../../app/clock.ts';
import type { Popup } from '../../app/credentials/popup.ts';
import { Mark } from '../shared/icon.tsx';
import { ReaderProvider, type Strings, useReader } from '../shared/strings.tsx';
import { Chosen } from './chosen.tsx';
import { CredentialForm } from './credential-form.tsx';
import { FirstUse } from './first-use.tsx';

interface Props {
  readonly popup: Popup;
  readonly clock: Clock;
  readonly strings: Strings;
}

export function PopupView({ popup, clock, strings }: Props) {
  return (
    <ReaderProvider strings={strings} clock={clock}>
      <div class="popup">
        <Head />
        <Main popup={popup} />
        <Foot />
      </div>
    </ReaderProvider>
  );
}

function Main({ popup }: { readonly popup: Popup }) {
  const box = useRef<HTMLElement>(null);
  const isOpen = popup.draft.value !== null;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // The form took the focus with it.
    if (wasOpen.current && !isOpen) box.current?.querySelector<HTMLElement>('select, button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return <main ref={box}>{popup.loaded.value && <Content popup={popup} />}</main>;
}

function Content({ popup }: { readonly popup: Popup }) {
  const draft = popup.draft.value;
  const chosen = popup.chosen.value;
  if (draft !== null) return <CredentialForm key={draft.id} popup={popup} draft={draft} />;
  if (chosen === null) return <FirstUse popup={popup} />;
  return <Chosen key={chosen.id} popup={popup} credential={chosen} />;
}

function Head() {
  const { text } = useReader();
  return (
    <header class="pop-head">
      <Mark />
      <h1>{text('extension_short_name')}</h1>
      <span class="quiet">{text('popup_for')}</span>
    </header>
  );
}

function Foot() {
  const { text } = useReader();
  return (
    <footer class="pop-foot">
      <span>{text('not_affiliated')}</span>
      <span class="grow" />
      <span>{text('popup_kept')}</span>
    </footer>
  );
}
