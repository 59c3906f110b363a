/** The chosen credential: its state in words, the button, and what came of it. */
import type { Popup } from '../../app/credentials/popup.ts';
import type { Credential } from '../../app/credentials/records.ts';
import { Diagnosis } from '../shared/diagnosis.tsx';
import { useReader } from '../shared/strings.tsx';
import { Ask } from './ask.tsx';
import { CredentialSelect } from './credential-select.tsx';
import { CredentialState } from './credential-state.tsx';
import { TokenCard } from './token-card.tsx';

interface Props {
  readonly popup: Popup;
  readonly credential: Credential;
}

export function Chosen({ popup, credential }: Props) {
  const { text } = useReader();
  const exchange = popup.exchange.value;
  const issued = popup.issued.value;
  return (
    <>
      <section class="pop-part">
        <CredentialSelect popup={popup} credential={credential} />
        <CredentialState popup={popup} exchange={exchange} />
      </section>
      {(exchange.is === 'refused' || exchange.is === 'unsound') && (
        <section class="pop-diagnosis" aria-label={text('tab_diagnosis')}>
          <Diagnosis diagnosis={exchange.diagnosis} subject={exchange.subject} />
        </section>
      )}
      <Ask popup={popup} exchange={exchange} credential={credential} />
      {issued !== null && <TokenCard key={issued.token.id} issued={issued} copy={popup.copy} />}
    </>
  );
}
