/** Says to screen readers that a refusal came in, once for each. */
import type { News } from '../../app/panel/news.ts';
import type { Panel } from '../../app/panel/panel.ts';
import { findingMessage } from '../shared/finding-messages.ts';
import { formatMessage } from '../shared/message.tsx';
import { type Reader, useReader } from '../shared/strings.tsx';

export function Announcer({ panel }: { readonly panel: Panel }) {
  const reader = useReader();
  const news = panel.news.value;
  return (
    <div class="visually-hidden" role="status">
      {news !== null && sentenceFor(news, reader)}
    </div>
  );
}

function sentenceFor({ count, last: { endpoint, diagnosis } }: News, reader: Reader): string {
  const { cause } = diagnosis;
  return formatMessage(reader, reader.plural('announce_refusals', count), {
    count: { type: 'count', count },
    endpoint: { type: 'message', id: `endpoint_${endpoint.id}` },
    cause: {
      type: 'text',
      text:
        cause === null
          ? reader.text('row_unexplained')
          : formatMessage(reader, findingMessage(cause, 'row'), cause.values),
    },
  });
}
