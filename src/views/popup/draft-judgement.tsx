/** What is known of the token in the form, before anything is saved or sent. */
import type { Popup } from '../../app/credentials/popup.ts';
import type { Draft } from '../../app/credentials/records.ts';
import { type Diagnosis, lifetimeOf, own, readToken } from '../../core/index.ts';
import { Countdown } from '../shared/countdown.tsx';
import { findingMessage, leadOf } from '../shared/finding-messages.ts';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';

interface Props {
  readonly popup: Popup;
  readonly draft: Draft;
}

export function DraftJudgement({ popup, draft }: Props) {
  const { text } = useReader();
  const wrongKind = wrongKindOf(popup.draftFault.value);
  const diagnosis = popup.draftDiagnosis.value;
  return (
    <>
      {/* Spans in the words below run with the clock, so a screen reader hears a sentence that stands still. */}
      <span class="visually-hidden" role="status">
        {diagnosis !== null && text(wrongKind ?? (diagnosis.refused ? 'form_faulty' : 'form_sound'))}
      </span>
      {wrongKind !== null ? (
        <State is="refused">{text(wrongKind)}</State>
      ) : diagnosis === null ? (
        <span class="second">{text('form_token_hint')}</span>
      ) : (
        <Judged diagnosis={diagnosis} token={draft.token} />
      )}
    </>
  );
}

function wrongKindOf(fault: Popup['draftFault']['value']): MessageId | null {
  if (fault === 'token-is-key') return 'form_token_is_key';
  return fault === 'token-is-access' ? 'form_token_is_access' : null;
}

function Judged({ diagnosis, token }: { readonly diagnosis: Diagnosis; readonly token: string }) {
  const lead = leadOf(diagnosis);
  if (lead === null) return <Sound text={token} />;
  return (
    <>
      <State is={diagnosis.refused ? 'refused' : 'warning'}>
        <Message id={findingMessage(lead, 'title')} values={lead.values} />
      </State>
      <p class="second">
        <Message id={findingMessage(lead, 'explanation')} values={lead.values} />
      </p>
    </>
  );
}

function Sound({ text }: { readonly text: string }) {
  const { text: say } = useReader();
  const token = readToken(text);
  const { until } = lifetimeOf(token);
  const named = (value: unknown) =>
    ({ type: 'code', text: typeof value === 'string' ? value : '–' }) as const;
  return (
    <>
      <State is="good">
        {until === null ? (
          say('form_sound_open')
        ) : (
          <Message id="form_sound_left" parts={{ left: <Countdown at={until * 1000} /> }} />
        )}
      </State>
      <p class="second">
        <Message
          id="form_whose"
          values={{ kid: named(own(token.header, 'kid')), iss: named(own(token.payload, 'iss')) }}
        />
      </p>
    </>
  );
}
