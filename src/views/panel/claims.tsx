/** Header and claims of a token, each with a line in plain words. */
import { useState } from 'preact/hooks';
import { type Diagnosis, faultMarksOf, secondsOf, type Token } from '../../core/index.ts';
import { copies } from '../shared/copyable.ts';
import { findingMessage } from '../shared/finding-messages.ts';
import { Hostile } from '../shared/hostile.tsx';
import { MarkedText } from '../shared/marked-text.tsx';
import { Message } from '../shared/message.tsx';
import { State } from '../shared/state.tsx';
import { type MessageId, useReader } from '../shared/strings.tsx';
import { type ClaimFinding, claimFindings } from './claim-findings.ts';

const KNOWN = [
  ...['alg', 'kid', 'typ', 'iss', 'iat', 'exp', 'nbf', 'origin', 'scope', 'tid', 'appid', 'iti', 'irt'],
  ...['sub', 'aud', 'jti'],
];

/** Apple's tokens have ten; a hostile one may have a thousand. */
const SHOWN = 40;

interface Props {
  readonly token: Token;
  /** What was found of the request that carried it; null where none is looked at. */
  readonly diagnosis: Diagnosis | null;
}

export function Claims({ token, diagnosis }: Props) {
  const { text } = useReader();
  const [all, setAll] = useState(false);
  const findings = diagnosis === null ? null : claimFindings(diagnosis);
  const { header, payload } = token;
  const claims = [
    ...Object.entries(header ?? {}).map(([name, value]) => ({ part: 'header', name, value }) as const),
    ...Object.entries(payload ?? {}).map(([name, value]) => ({ part: 'payload', name, value }) as const),
  ];
  return (
    <>
      {claims.length > 0 && (
        <table class="facts claims">
          <thead>
            <tr>
              <th scope="col">{text('claims_name')}</th>
              <th scope="col">{text('claims_value')}</th>
              <th scope="col">{text('claims_words')}</th>
            </tr>
          </thead>
          <tbody>
            {(all ? claims : claims.slice(0, SHOWN)).map(({ part, name, value }) => (
              <Claim part={part} name={name} value={value} found={findings?.get(name)} />
            ))}
          </tbody>
        </table>
      )}
      {claims.length > SHOWN && !all && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          {text('show_more')}
        </button>
      )}
      <Unread token={token} part="header" />
      <Unread token={token} part="payload" />
    </>
  );
}

interface ClaimProps {
  readonly part: 'header' | 'payload';
  readonly name: string;
  readonly value: unknown;
  readonly found: ClaimFinding | undefined;
}

function Claim({ part, name, value, found }: ClaimProps) {
  const { text } = useReader();
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return (
    <tr data-is={found?.is} {...copies(written)}>
      <th scope="row" data-part={part} title={text(`part_${part}`)}>
        <Hostile text={name} />
      </th>
      <td class="mono">
        <Hostile text={written} />
      </td>
      <td>
        {found !== undefined && (
          <p>
            <State is={found.is}>
              <Message id={findingMessage(found.finding, 'row')} values={found.finding.values} />
            </State>
          </p>
        )}
        <Words name={name} value={value} />
      </td>
    </tr>
  );
}

function Words({ name, value }: Pick<ClaimProps, 'name' | 'value'>) {
  const { text, format } = useReader();
  if (!KNOWN.includes(name)) return <State is="unknown">{text('claim_unknown')}</State>;
  if (name !== 'iat' && name !== 'exp' && name !== 'nbf')
    return <Message id={`claim_${name}` as MessageId} />;
  const seconds = secondsOf(value);
  if (seconds === null) return <>{text('claim_no_time')}</>;
  return <Message id={`claim_${name}`} parts={{ time: format.instant(seconds) }} />;
}

/** A part whose JSON is broken or names a member twice is shown as it was written. */
function Unread({ token, part }: { readonly token: Token; readonly part: 'header' | 'payload' }) {
  const written = part === 'header' ? token.headerText : token.payloadText;
  const value = part === 'header' ? token.header : token.payload;
  const isTwice = token.faults.some((fault) => fault.part === part && fault.code === 'duplicate-name');
  if (value !== null && !isTwice) return null;
  if (part === 'payload' && token.segmentCount < 2) return null;
  return (
    <div class="unread">
      <p class="second">
        <Message
          id={
            isTwice && value !== null
              ? 'claims_as_written'
              : written === null
                ? 'claims_undecoded'
                : 'claims_unread'
          }
          values={{ part: { type: 'message', id: `part_${part}` } }}
        />
      </p>
      {written !== null && (
        <pre class="raw" {...copies(written)}>
          <MarkedText text={written} places={placesIn(token, part)} lines />
        </pre>
      )}
    </div>
  );
}

function placesIn(token: Token, part: 'header' | 'payload') {
  return faultMarksOf(token).marks.flatMap(({ fault, decoded }) => (fault.part === part ? decoded : []));
}
