/**
 * Sends a planned request to Apple and gives back the entry that devtools would have recorded of it. Without a deadline
 * of its own a fetch in the background dies without a word after 30 s in both browsers.
 */
import { clipField, type Entry, type HeaderField } from '../core/index.ts';

const DEADLINE = 20_000;
const BODY_BYTES = 262_144;

export async function send(planned: Entry): Promise<Entry> {
  const startedAt = Date.now();
  const answer = await ask(planned).catch((error: unknown) => failure(error));
  return { ...planned, ...answer, startedAt, duration: Date.now() - startedAt };
}

type Answer = Pick<Entry, 'status' | 'statusText' | 'responseHeaders' | 'body' | 'error'>;

async function ask({ url, method, requestHeaders }: Entry): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: requestHeaders.map(([name, value]): [string, string] => [name, value]),
    signal: AbortSignal.timeout(DEADLINE),
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
  const text = await readText(response);
  return {
    status: response.status,
    statusText: response.statusText,
    responseHeaders: [...response.headers].map(([name, value]): HeaderField => clipField(name, value)),
    body: { state: 'read', text, size: text.length },
    error: '',
  };
}

async function readText({ body }: Response): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
    if (bytes > BODY_BYTES) {
      await reader.cancel();
      return text;
    }
  }
}

function failure(error: unknown): Answer {
  const name = error instanceof Error ? error.name : '';
  return {
    status: 0,
    statusText: '',
    responseHeaders: [],
    body: { state: 'none' },
    error: name === 'TimeoutError' ? 'timeout' : '',
  };
}
