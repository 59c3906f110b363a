/** Text from a page, a token or an answer. It stays text: never markup, never an address that is loaded or opened. */
import { useState } from 'preact/hooks';
import { useReader } from './strings.tsx';
import { runsOf } from './visible.ts';

const CAP = 8192;
const SHORT = 40;
/** Each spelt run is a node; beyond this many the rest is spelt without one. */
const SPELT_NODES = 200;

interface Props {
  readonly text: string;
  /** Line breaks and tabs are part of the form: a body, not a name. */
  readonly lines?: boolean;
}

export function Hostile({ text, lines = false }: Props) {
  const { text: say } = useReader();
  const [cap, setCap] = useState(CAP);
  const runs = runsOf(text.slice(0, cap), lines ? '\n\t' : '');
  return (
    <>
      <bdi class="hostile" data-short={text.length <= SHORT ? '' : undefined}>
        {runs.map((run, at) =>
          run.spelt && at < SPELT_NODES ? <span class="spelt">{run.text}</span> : run.text,
        )}
      </bdi>
      {text.length > cap && (
        <>
          {'… '}
          <button type="button" class="button more" onClick={() => setCap(cap * 8)}>
            {say('show_more')}
          </button>
        </>
      )}
    </>
  );
}
