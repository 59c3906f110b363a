/** Text from outside with places in it marked. */
import { type Piece, type Place, piecesOf } from '../../core/index.ts';
import { Hostile } from './hostile.tsx';

interface Props {
  readonly text: string;
  readonly places: readonly Place[];
  /** What the places call the beginning of the text. */
  readonly start?: number;
  /** Line breaks and tabs are part of the form. */
  readonly lines?: boolean;
}

export function MarkedText({ text, places, start = 0, lines = false }: Props) {
  if (places.length === 0) return <Hostile text={text} lines={lines} />;
  return (
    <>
      {piecesOf(text, places, start).map((piece) => (
        <MarkedPiece piece={piece} lines={lines} />
      ))}
    </>
  );
}

function MarkedPiece({ piece, lines }: { readonly piece: Piece; readonly lines: boolean }) {
  const { text, marked } = piece;
  if (!marked) return <Hostile text={text} lines={lines} />;
  return (
    <u class="marked" data-empty={text === '' ? '' : undefined}>
      <Hostile text={text} />
    </u>
  );
}
