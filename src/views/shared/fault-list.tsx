/** The faults of a token in words: what is wrong, and where it stands. */
import type { FaultMark, FaultMarks, Values } from '../../core/index.ts';
import { Glyph } from './glyph.tsx';
import { Message } from './message.tsx';
import { type MessageId, useReader } from './strings.tsx';

export function FaultList({ faults: { marks, rest } }: { readonly faults: FaultMarks }) {
  const { plural } = useReader();
  if (marks.length === 0) return null;
  return (
    <ul class="fault-list">
      {marks.map((mark) => (
        <li>
          <Glyph is="refused" />
          <span>
            <Message id={sentenceOf(mark)} values={valuesOf(mark)} />
          </span>
        </li>
      ))}
      {rest > 0 && (
        <li class="quiet">
          <i />
          <Message id={plural('faults_more', rest)} values={{ count: { type: 'count', count: rest } }} />
        </li>
      )}
    </ul>
  );
}

function sentenceOf({ fault: { code }, found }: FaultMark): MessageId {
  if (code === 'syntax' && found === '') return 'fault_syntax_end';
  return `fault_${code.replaceAll('-', '_')}` as MessageId;
}

function valuesOf({ fault: { code, part }, at, found }: FaultMark): Values {
  return {
    at: { type: 'count', count: at },
    part: { type: 'message', id: `part_${part}` },
    // A space between quotes would not be seen.
    found: { type: code === 'duplicate-name' ? 'code' : 'text', text: found === ' ' ? '␠' : found },
  };
}
