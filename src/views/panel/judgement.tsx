/** What becomes of a pasted token: judged as the request that would carry it. */
import { computed, useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Panel } from '../../app/panel/panel.ts';
import type { Row } from '../../app/panel/rows.ts';
import { lifetimeOf, own, type Token } from '../../core/index.ts';
import { Banner } from '../shared/cause.tsx';
import { Countdown } from '../shared/countdown.tsx';
import { Diagnosis } from '../shared/diagnosis.tsx';
import { leadOf } from '../shared/finding-messages.ts';
import { Message } from '../shared/message.tsx';
import { OtherFindings } from '../shared/other-findings.tsx';
import { useReader } from '../shared/strings.tsx';
import { CopyHint } from './copy-hint.tsx';
import { walkCopies } from './copy-walk.ts';
import { TokenFacts } from './token-facts.tsx';

interface Props {
  readonly row: Row;
  readonly panel: Panel;
}

export function Judgement({ row, panel }: Props) {
  const { text } = useReader();
  const { token, diagnosis, subject } = row;
  const { others } = diagnosis;
  const uses = useMemo(
    () => computed(() => (token === null ? null : panel.book.recordOf(token))?.uses ?? NONE),
    [panel, token],
  );
  return (
    <div class="details judgement">
      <section
        class="scroll"
        aria-label={text('inspect_judgement')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        onKeyDown={walkCopies}
      >
        {token !== null && leadOf(diagnosis) === null ? (
          <div class="diagnosis">
            <Sound token={token} row={row} />
            {others.length > 0 && <OtherFindings findings={others} />}
          </div>
        ) : (
          <Diagnosis diagnosis={diagnosis} subject={subject} />
        )}
        {token !== null && <TokenFacts key={token.raw} token={token} row={row} rows={uses} panel={panel} />}
      </section>
      <CopyHint />
    </div>
  );
}

const NONE: readonly Row[] = [];

/** It was sound when it was pasted; that it ended since is said as it happens. */
function Sound({ token, row: { subject } }: { readonly token: Token; readonly row: Row }) {
  const { text, clock } = useReader();
  const { until } = lifetimeOf(token);
  const hasEnded = useComputed(() => until !== null && clock.now.value / 1000 >= until);
  if (until !== null && hasEnded.value)
    return (
      <Banner is="note" title={text('inspect_ended')}>
        <p>
          <Message id="life_now_ended" parts={{ span: <Countdown at={until * 1000} /> }} />
        </p>
      </Banner>
    );
  const origin = own(token.payload, 'origin');
  return (
    <Banner is="good" title={text('inspect_sound')}>
      <p>
        {until === null ? (
          text('life_open')
        ) : (
          <Message id="life_now_good" parts={{ span: <Countdown at={until * 1000} /> }} />
        )}
      </p>
      {token.kind !== 'unknown' && (
        <p>
          <Message id={token.kind === 'auth' ? 'inspect_good_for_auth' : 'inspect_good_for_access'} />
        </p>
      )}
      {typeof origin === 'string' && (
        <p>
          <Message id="inspect_origin" values={{ origin: { type: 'code', text: origin } }} />
        </p>
      )}
      {token.kind === 'auth' && subject.signature === 'unchecked' && (
        <p class="second">{text('inspect_unchecked')}</p>
      )}
    </Banner>
  );
}
