/** Why Apple refused, what was compared, what to do, and what it was not. The same in panel and popup. */
import type { Diagnosis as DiagnosisOf, Finding, Subject } from '../../core/index.ts';
import { Cause } from './cause.tsx';
import { EvidenceTable } from './evidence.tsx';
import { findingMessage, leadOf } from './finding-messages.ts';
import { Glyph } from './glyph.tsx';
import { Message } from './message.tsx';
import { OtherFindings } from './other-findings.tsx';
import { Sources } from './sources.tsx';
import { Steps } from './steps.tsx';
import { useReader } from './strings.tsx';
import { Unexplained } from './unexplained.tsx';

interface Props {
  readonly diagnosis: DiagnosisOf;
  readonly subject: Subject;
}

export function Diagnosis({ diagnosis, subject }: Props) {
  const lead = leadOf(diagnosis);
  const others = diagnosis.others.filter((finding) => finding !== lead);
  return (
    <div class="diagnosis">
      {lead === null ? (
        <Unexplained subject={subject} refused={diagnosis.refused} />
      ) : (
        <Lead finding={lead} refused={diagnosis.refused} status={subject.entry.status} />
      )}
      {others.length > 0 && <OtherFindings findings={others} />}
      {diagnosis.ruledOut.length > 0 && <RuledOut ruledOut={diagnosis.ruledOut} />}
    </div>
  );
}

function Lead({
  finding,
  refused,
  status,
}: {
  readonly finding: Finding;
  readonly refused: boolean;
  readonly status: number;
}) {
  const { text } = useReader();
  return (
    <>
      <Cause finding={finding} refused={refused} status={status} />
      <div class="diagnosis-parts">
        {finding.evidence.length > 0 && (
          <section class="part">
            <h3>{text('diagnosis_evidence')}</h3>
            <EvidenceTable evidence={finding.evidence} />
          </section>
        )}
        <section class="part">
          <h3>{text('diagnosis_remedy')}</h3>
          <Steps id={findingMessage(finding, 'remedy')} values={finding.values} />
          <Sources id={finding.id} />
        </section>
      </div>
    </>
  );
}

function RuledOut({ ruledOut }: { readonly ruledOut: DiagnosisOf['ruledOut'] }) {
  const { text } = useReader();
  return (
    <section class="part">
      <h3>{text('diagnosis_ruled_out')}</h3>
      <ul class="ruled">
        {ruledOut.map((passed) => (
          <li>
            <Glyph is="good" />
            <span>
              <Message id={findingMessage(passed, 'passed')} values={passed.values} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
