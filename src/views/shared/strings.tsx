/** The reader's language and clock, given once at the root of each view. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type messages from '../../../public/_locales/en/messages.json';
import type { Clock } from '../../app/clock.ts';
import { createFormat, type Format } from './format.ts';

export type MessageId = keyof typeof messages;

/** The sentences of `_locales`. An id that it does not know gives an empty text. */
export interface Strings {
  readonly text: (id: string) => string;
  /** A language tag, such as `en-GB`. */
  readonly locale: string;
}

export interface Reader {
  readonly text: (id: MessageId) => string;
  readonly format: Format;
  readonly clock: Clock;
}

const ReaderContext = createContext<Reader | null>(null);

interface Props {
  readonly strings: Strings;
  readonly clock: Clock;
  readonly children: ComponentChildren;
}

export function ReaderProvider({ strings, clock, children }: Props) {
  const reader = useMemo<Reader>(
    () => ({ text: strings.text, format: createFormat(strings, () => clock.now.peek()), clock }),
    [strings, clock],
  );
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error('A view stands outside its ReaderProvider.');
  return reader;
}
