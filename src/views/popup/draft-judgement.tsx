/** What is known of the token in the form, before anything is saved or sent. */
import type { Popup } from '../../app/credentials/popup.ts';
import type { Draft } from '../../app/credentials/records.ts';
import { lifetimeOf, own, readToken } from '../../core/index.ts';
import { Countdown } from '../shared/countdown.tsx';
import { findingMessage, leadOf } from '../shared/finding-messages.ts';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { useReader } from '../shared/strings.tsx';

interface Props {
  readonly popup: Popup;
  readonly draft: Draft;
}

export function DraftJudgement({ popup, draft }: Props) {
  const { text } = useReader();
  const fault = popup.draftFault.value;
  const diagnosis = popup.draftDiagnosis.value;
  if (fault === 'token-is-key') return <State is="refused">{text('form_token_is_key')}</State>;
  if (fault === 'token-is-access') return <State is="refused">{text('form_token_is_access')}</State>;
  if (diagnosis === null) return <span class="second">{text('form_token_hint')}</span>;
  const lead = leadOf(diagnosis);
  if (lead === null) return <Sound token={draft.token} />;
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

function Sound({ token }: { readonly token: string }) {
  const { text } = useReader();
  const { header, payload, ...rest } = readToken(token);
  const { until } = lifetimeOf({ header, payload, ...rest });
  const named = (value: unknown) =>
    ({ type: 'code', text: typeof value === 'string' ? value : '–' }) as const;
  return (
    <>
      <State is="good">
        {until === null ? (
          text('form_sound_open')
        ) : (
          <Message id="form_sound" parts={{ left: <Countdown at={until * 1000} /> }} />
        )}
      </State>
      <p class="second">
        <Message
          id="form_whose"
          values={{ kid: named(own(header, 'kid')), iss: named(own(payload, 'iss')) }}
        />
      </p>
    </>
  );
}
