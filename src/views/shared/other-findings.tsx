/** What else was found: not the reason of a refusal, but worth knowing. */
import type { Finding } from '../../core/index.ts';
import { copies } from './copyable.ts';
import { EvidenceTable } from './evidence.tsx';
import { findingMessage } from './finding-messages.ts';
import { Glyph, type GlyphKind } from './glyph.tsx';
import { Message } from './message.tsx';
import { Steps } from './steps.tsx';
import { useReader } from './strings.tsx';

const GLYPHS = { fault: 'refused', warning: 'warning', note: 'note' } as const satisfies Record<
  Finding['severity'],
  GlyphKind
>;

export function OtherFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const { text } = useReader();
  return (
    <section class="part">
      <h3>{text('diagnosis_others')}</h3>
      <ul class="others">
        {findings.map((finding) => (
          <li>
            <Other finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Other({ finding }: { readonly finding: Finding }) {
  const { values, evidence, id } = finding;
  return (
    <details class="other" {...copies(id)}>
      <summary>
        <Glyph is={GLYPHS[finding.severity]} />
        <span class="grow">
          <Message id={findingMessage(finding, 'title')} values={values} />
        </span>
        <code class="quiet">{id}</code>
      </summary>
      <p>
        <Message id={findingMessage(finding, 'explanation')} values={values} />
      </p>
      {evidence.length > 0 && <EvidenceTable evidence={evidence} />}
      <Steps id={findingMessage(finding, 'remedy')} values={values} />
    </details>
  );
}
