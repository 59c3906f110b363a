/** The reader's language and clock, given once at the root of each view. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type messages from '../../../public/_locales/en/messages.json';
import type { Clock } from '../../app/clock.ts';
import { createFormat, type Format } from './format.ts';

export type MessageId = keyof typeof messages;

/** Sentences with a form for each grammatical number: `<id>_one`, `<id>_other`. */
export type PluralId = MessageId extends infer Id ? (Id extends `${infer Stem}_other` ? Stem : never) : never;

/** The sentences of `_locales`. An id that it does not know gives an empty text. */
export interface Strings {
  readonly text: (id: string) => string;
  /** A language tag, such as `en-GB`. */
  readonly locale: string;
}

export interface Reader {
  readonly text: (id: MessageId) => string;
  /** The form of a sentence for that number, by the rules of the reader's language. */
  readonly plural: (id: PluralId, count: number) => MessageId;
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
    () => ({
      text: strings.text,
      plural: createPlural(strings),
      format: createFormat(strings, () => clock.now.peek()),
      clock,
    }),
    [strings, clock],
  );
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

/** Languages have other forms than English; one that `_locales` lacks is that of all other numbers. */
function createPlural({ text, locale }: Strings): Reader['plural'] {
  const rules = new Intl.PluralRules(locale);
  return (id, count) => {
    const form = `${id}_${rules.select(count)}`;
    return (text(form) === '' ? `${id}_other` : form) as MessageId;
  };
}

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error('A view stands outside its ReaderProvider.');
  return reader;
}
