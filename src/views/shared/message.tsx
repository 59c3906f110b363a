/** Sentences of `_locales` with values in their `{gaps}`. A sentence is never glued from pieces. */
import type { ComponentChildren } from 'preact';
import type { Value, Values } from '../../core/index.ts';
import { Hostile } from './hostile.tsx';
import { type MessageId, type Reader, useReader } from './strings.tsx';
import { cutMiddle, visible } from './visible.ts';

/** A longer value would bury the sentence that it stands in; tables show it whole. */
const VALUE_LENGTH = 120;

interface Props {
  readonly id: MessageId;
  readonly values?: Values;
  /** Drawn things for gaps that no value fills, such as a countdown. */
  readonly parts?: Readonly<Record<string, ComponentChildren>>;
}

export function Message({ id, values, parts }: Props) {
  const { text } = useReader();
  return <Sentence text={text(id)} values={values} parts={parts} />;
}

interface SentenceProps {
  readonly text: string;
  readonly values?: Values | undefined;
  readonly parts?: Readonly<Record<string, ComponentChildren>> | undefined;
}

/** One sentence or step that was taken from a message: gaps are filled, `code` becomes code. */
export function Sentence({ text, values = {}, parts = {} }: SentenceProps) {
  const reader = useReader();
  return (
    <>
      {text.split(/(`[^`]*`|\{\w+\})/).map((piece) => {
        if (piece.startsWith('`')) return <code>{fill(piece.slice(1, -1), values, reader)}</code>;
        const name = gapIn(piece);
        if (name === null) return piece;
        const value = values[name];
        return value === undefined ? (parts[name] ?? piece) : <Inline value={value} />;
      })}
    </>
  );
}

function Inline({ value }: { readonly value: Value }) {
  const reader = useReader();
  if (value.type === 'code')
    return (
      <code>
        <Hostile text={cutMiddle(value.text, VALUE_LENGTH)} />
      </code>
    );
  if (value.type === 'text') return <Hostile text={cutMiddle(value.text, VALUE_LENGTH)} />;
  if (value.type === 'message') return <Message id={value.id as MessageId} />;
  return <>{plain(value, reader)}</>;
}

/** The sentence as plain text, for titles, accessible names and the rows of the list. */
export function formatMessage(reader: Reader, id: MessageId, values: Values = {}): string {
  return fill(reader.text(id), values, reader).replaceAll('`', '');
}

function fill(text: string, values: Values, reader: Reader): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = values[name];
    return value === undefined ? gap : plain(value, reader);
  });
}

function gapIn(piece: string): string | null {
  return piece.startsWith('{') && piece.endsWith('}') ? piece.slice(1, -1) : null;
}

function plain(value: Value, reader: Reader): string {
  switch (value.type) {
    case 'text':
    case 'code':
      return visible(cutMiddle(value.text, VALUE_LENGTH));
    case 'instant':
      return reader.format.moment(value.seconds);
    case 'duration':
      return reader.format.duration(value.seconds);
    case 'count':
      return reader.format.count(value.count);
    case 'message':
      return formatMessage(reader, value.id as MessageId);
  }
}
