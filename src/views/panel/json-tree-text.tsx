/** A name or a value in the tree, with what the search looks for marked. */
import { foldCase } from '../../core/index.ts';
import { Hostile } from '../shared/hostile.tsx';

/** Marks in one text; beyond them a row would be nothing but marks. */
const MARKS = 16;

interface Props {
  readonly text: string;
  /** Empty while nothing is looked for. */
  readonly wanted: string;
}

export function FoundText({ text, wanted }: Props) {
  const parts = partsOf(text, foldCase(wanted));
  if (parts.length === 1) return <Hostile text={text} />;
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <mark>
            <Hostile text={part} />
          </mark>
        ) : (
          part !== '' && <Hostile text={part} />
        ),
      )}
    </>
  );
}

/** Every second part is a match. */
function partsOf(text: string, wanted: string): readonly string[] {
  if (wanted === '') return [text];
  const folded = foldCase(text);
  const parts: string[] = [];
  let from = 0;
  for (let at = folded.indexOf(wanted); at >= 0 && parts.length < 2 * MARKS; ) {
    parts.push(text.slice(from, at), text.slice(at, at + wanted.length));
    from = at + wanted.length;
    at = folded.indexOf(wanted, from);
  }
  parts.push(text.slice(from));
  return parts;
}
