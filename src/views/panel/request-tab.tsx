/** What was sent: method, address, parameters, headers, and the preflight before it. */
import type { Row } from '../../app/panel/rows.ts';
import { queryOf } from '../../core/index.ts';
import { copies } from '../shared/copyable.ts';
import { Hostile } from '../shared/hostile.tsx';
import { Message } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { cutSecret } from '../shared/visible.ts';
import { addressOf, isSecretParameter } from './address.ts';
import { FieldTable } from './field-table.tsx';
import { HeaderTable } from './header-table.tsx';

export function RequestTab({ row }: { readonly row: Row }) {
  const { text } = useReader();
  const { entry, endpoint } = row;
  const query = queryOf(entry.url).map(([name, value]) => ({
    name,
    value,
    shown: isSecretParameter(name) ? cutSecret(value) : value,
  }));
  return (
    <>
      <section class="part">
        <h3>{text('request_address')}</h3>
        <p class="address mono" {...copies(addressOf(entry))}>
          <strong>
            <Hostile text={entry.method} />
          </strong>{' '}
          <span class="second">{schemeOf(entry.url)}</span>
          <Hostile text={endpoint.host} />
          <Hostile text={endpoint.path} />
        </p>
        <PreflightLine row={row} />
      </section>
      <section class="part">
        <h3>{text('request_parameters')}</h3>
        {query.length === 0 ? (
          <p class="second">{text('request_parameters_none')}</p>
        ) : (
          <FieldTable fields={query} />
        )}
      </section>
      <section class="part">
        <h3>{text('request_headers')}</h3>
        <HeaderTable fields={entry.requestHeaders} />
      </section>
    </>
  );
}

function PreflightLine({ row: { entry } }: { readonly row: Row }) {
  const { text, format } = useReader();
  if (entry.preflight === null) return <p class="second">{text('request_preflight_none')}</p>;
  const { status, duration } = entry.preflight;
  return (
    <p class="second">
      {status === 0 ? (
        text('request_preflight_unanswered')
      ) : (
        <Message
          id="request_preflight"
          values={{ status: { type: 'count', count: status } }}
          parts={{ took: format.took(duration) || format.duration(0) }}
        />
      )}
    </p>
  );
}

function schemeOf(url: string): string {
  return url.slice(0, url.indexOf('://') + 3);
}
