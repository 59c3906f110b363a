/** The one finding that is read first: what it is, why, and how sure that is. */
import type { ComponentChildren } from 'preact';
import type { Certainty, Finding } from '../../core/index.ts';
import { copies } from './copyable.ts';
import { findingMessage } from './finding-messages.ts';
import { Glyph, type GlyphKind } from './glyph.tsx';
import { Message } from './message.tsx';
import { type MessageId, useReader } from './strings.tsx';

const CERTAINTIES = {
  proven: 'certainty_proven',
  likely: 'certainty_likely',
  possible: 'certainty_possible',
} as const satisfies Record<Certainty, MessageId>;

interface Props {
  readonly finding: Finding;
  readonly refused: boolean;
  /** HTTP status, or 0 where no answer came. */
  readonly status: number;
}

export function Cause({ finding, refused, status }: Props) {
  const { text } = useReader();
  return (
    <Banner
      is={refused && finding.severity === 'fault' ? 'refused' : 'warning'}
      title={<Message id={findingMessage(finding, 'title')} values={finding.values} />}
    >
      <p>
        <Message id={findingMessage(finding, 'explanation')} values={finding.values} />
      </p>
      <p class="meta">
        <code {...copies(finding.id)}>{finding.id}</code>
        <span>{text(CERTAINTIES[finding.certainty])}</span>
        {status !== 0 && (
          <span>
            <Message id="http_status" values={{ status: { type: 'count', count: status } }} />
          </span>
        )}
      </p>
    </Banner>
  );
}

interface BannerProps {
  readonly is: GlyphKind;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function Banner({ is, title, children }: BannerProps) {
  return (
    <div class="cause" data-is={is}>
      <Glyph is={is} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}
