/** On which pages a token works, and which entry of its `origin` claim decides that. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import type { Row } from '../../app/panel/rows.ts';
import {
  type Coverage,
  coverageAnswer,
  coverageOf,
  originCoverage,
  originEntries,
  own,
  type PageAnswer,
  type PageCoverage,
  type Token,
} from '../../core/index.ts';
import { copies } from '../shared/copyable.ts';
import type { GlyphKind } from '../shared/glyph.tsx';
import { Hostile } from '../shared/hostile.tsx';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';

const GLYPHS = { yes: 'good', no: 'refused', likely: 'unknown' } as const satisfies Record<
  PageAnswer,
  GlyphKind
>;

/** A claim that people read has three. */
const SHOWN = 12;

/** Pages that are still of interest sent one of these newest requests. */
const LOOKED_AT = 2_000;

interface Props {
  readonly token: Token;
  /** The page of the request that is looked at; null where there is none. */
  readonly origin: string | null;
  /** Where other pages are looked for. */
  readonly rows: ReadonlySignal<readonly Row[]>;
}

export function OriginCoverage({ token, origin, rows }: Props) {
  const { text } = useReader();
  const claim = own(token.payload, 'origin');
  if (claim === undefined && (token.kind !== 'auth' || token.payload === null)) return null;
  return (
    <section class="part">
      <h3>{text('coverage_title')}</h3>
      {claim === undefined ? (
        <State is="good">{text('coverage_any')}</State>
      ) : typeof claim !== 'string' ? (
        <State is="unknown">{text('coverage_unreadable')}</State>
      ) : (
        <>
          {token.kind === 'access' && <p class="second">{text('coverage_access')}</p>}
          <Pages claim={claim} origin={origin} rows={rows} />
          {origin !== null && <Entries claim={claim} origin={origin} />}
        </>
      )}
    </section>
  );
}

interface PagesProps {
  readonly claim: string;
  readonly origin: string | null;
  readonly rows: ReadonlySignal<readonly Row[]>;
}

function Pages({ claim, origin, rows }: PagesProps) {
  const { text } = useReader();
  // As one text, so that the table is made anew only when a page comes or goes.
  const seen = useMemo(() => computed(() => JSON.stringify(pagesOf(rows.value))), [rows]).value;
  const pages = useMemo(
    () => originCoverage(claim, origin, JSON.parse(seen) as readonly string[]),
    [claim, origin, seen],
  );
  return (
    <table class="facts coverage">
      <Columns />
      <thead>
        <tr>
          <th scope="col">{text('coverage_page')}</th>
          <th scope="col">{text('coverage_answer')}</th>
          <th scope="col">{text('coverage_why')}</th>
        </tr>
      </thead>
      <tbody>
        {pages.map((page) => (
          <Page key={page.origin} page={page} />
        ))}
      </tbody>
    </table>
  );
}

function Columns() {
  return (
    <colgroup>
      <col class="of" />
      <col class="answer" />
      <col />
    </colgroup>
  );
}

/** Newest first, each once; as many as could ever be shown. */
function pagesOf(rows: readonly Row[]): readonly string[] {
  const pages = new Set<string>();
  for (let at = rows.length - 1; at >= Math.max(0, rows.length - LOOKED_AT) && pages.size < SHOWN; at--) {
    const origin = rows[at]?.subject.origin ?? null;
    if (origin !== null) pages.add(origin);
  }
  return [...pages];
}

function Page({ page: { origin, source, answer, by } }: { readonly page: PageCoverage }) {
  const { text } = useReader();
  const isThis = source === 'request';
  return (
    <tr data-is={isThis && answer === 'no' ? 'refused' : undefined} {...copies(origin)}>
      <th scope="row">
        <span class="page">
          <Hostile text={origin} />
          {source !== 'seen' && (
            <span class="quiet">{text(isThis ? 'coverage_this_page' : 'coverage_compared')}</span>
          )}
        </span>
      </th>
      <td>
        <State is={GLYPHS[answer]}>{text(`coverage_${answer}`)}</State>
      </td>
      <td>{by !== null && <Rule coverage={by} named />}</td>
    </tr>
  );
}

function Rule({
  coverage: { entry, rule },
  named,
}: {
  readonly coverage: Coverage;
  readonly named: boolean;
}) {
  const { text } = useReader();
  const id = `origin_rule_${rule.replaceAll('-', '_')}` as MessageId;
  return (
    <span class="rule-of">
      {named && entry !== '' && (
        <code>
          <Hostile text={entry} />
        </code>
      )}
      <span>{text(id)}</span>
    </span>
  );
}

/** Of a single entry the pages tell everything. */
function Entries({ claim, origin }: { readonly claim: string; readonly origin: string }) {
  const { text } = useReader();
  const [all, setAll] = useState(false);
  const entries = useMemo(() => originEntries(claim), [claim]);
  if (entries.length < 2) return null;
  return (
    <>
      <table class="facts coverage entries">
        <Columns />
        <thead>
          <tr>
            <th scope="col">{text('coverage_entry')}</th>
            <th scope="col" colSpan={2}>
              <Message id="coverage_entry_answer" parts={{ origin: <Hostile text={origin} /> }} />
            </th>
          </tr>
        </thead>
        <tbody>
          {(all ? entries : entries.slice(0, SHOWN)).map((entry) => (
            <Entry coverage={coverageOf(entry, origin)} />
          ))}
        </tbody>
      </table>
      {entries.length > SHOWN && !all && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {text('show_more')}
        </button>
      )}
    </>
  );
}

function Entry({ coverage }: { readonly coverage: Coverage }) {
  const { text } = useReader();
  const { entry } = coverage;
  const answer = coverageAnswer(coverage);
  return (
    <tr {...copies(entry)}>
      <th scope="row">{entry === '' ? text('evidence_nothing') : <Hostile text={entry} />}</th>
      <td>
        <State is={GLYPHS[answer]}>{text(`coverage_${answer}`)}</State>
      </td>
      <td>
        <Rule coverage={coverage} named={false} />
      </td>
    </tr>
  );
}
