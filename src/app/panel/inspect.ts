/** What the user brings to be looked at: a token, a header or a whole saved log. Nothing is sent or kept. */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import {
  type Entry,
  EXCHANGE_URL,
  harEntriesOf,
  hostOf,
  isAppleMapsHost,
  plannedRequest,
  readBearer,
  readToken,
  requestsOf,
} from '../../core/index.ts';
import type { Now, ReadText } from '../ports.ts';
import type { Keys } from './keys.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import { createRowMaker, type Row } from './rows.ts';

/** Beyond this a browser runs short of memory while it reads the text. */
export const LOG_LIMIT = 200 * 1_048_576;

export type InspectFault = 'private-key' | 'too-large' | 'unreadable' | 'broken-json' | 'no-log';

export interface ImportedLog extends RequestLog {
  /** The file's name; null for a pasted text. */
  readonly name: string | null;
  /** Requests to any host. */
  readonly total: number;
}

export interface Inspect {
  readonly text: ReadonlySignal<string>;
  /** The pasted token as a request that would carry it. */
  readonly judged: ReadonlySignal<Row | null>;
  readonly log: ReadonlySignal<ImportedLog | null>;
  readonly fault: ReadonlySignal<InspectFault | null>;
  /** A file is being read. */
  readonly reading: ReadonlySignal<boolean>;
  readonly setText: (text: string) => void;
  readonly openFile: (file: File) => Promise<void>;
  readonly closeLog: () => void;
}

interface Ports {
  readonly keys: Keys;
  readonly readText: ReadText;
  /** In the reader's language. */
  readonly endpointName: (id: string) => string;
  readonly now: Now;
}

export function createInspect({ keys, readText, endpointName, now }: Ports): Inspect {
  const text = signal('');
  const planned = signal<Entry | null>(null);
  const log = signal<ImportedLog | null>(null);
  const fault = signal<InspectFault | null>(null);
  const reading = signal(false);
  /** What was asked for last; a file that is read slower than that comes too late. */
  let turn = 0;
  /** Makes the rows of tokens anew that were checked since. */
  let judgeAnew = () => {};

  const judged = computed(() => {
    // Judged anew, and at the same moment, when a key tells more of the signature.
    keys.checked.value;
    return planned.value === null ? null : createRowMaker(keys.signatureOf, false)(planned.value);
  });

  function show(next: {
    readonly text?: string;
    readonly planned?: Entry | null;
    readonly log?: ImportedLog | null;
    readonly fault?: InspectFault | null;
    readonly reading?: boolean;
  }): void {
    batch(() => {
      text.value = next.text ?? '';
      planned.value = next.planned ?? null;
      log.value = next.log ?? null;
      fault.value = next.fault ?? null;
      reading.value = next.reading ?? false;
    });
  }

  /** The whole log or nothing of it. */
  function readLog(json: string, name: string | null): ImportedLog | InspectFault {
    if (json.length > LOG_LIMIT) return 'too-large';
    const har = parse(json);
    if (har === undefined) return 'broken-json';
    const entries = harEntriesOf(har);
    if (entries === null) return 'no-log';
    return { ...judgedLog(requestsOf(har)), name, total: entries.length };
  }

  function judgedLog(requests: readonly Entry[]): RequestLog {
    const makeRow = createRowMaker(keys.signatureOf);
    const { log: made, edit } = createRequestLog(endpointName);
    // In the order in which the requests ended, which is that of the log.
    edit(
      requests.map((entry) => makeRow(entry)),
      [],
    );
    judgeAnew = () => {
      const checked = made.rows
        .peek()
        .filter(({ token, subject }) => token !== null && keys.signatureOf(token) !== subject.signature);
      edit(
        checked.map(({ entry }) => makeRow(entry)),
        [],
      );
    };
    return made;
  }

  effect(() => {
    keys.checked.value;
    judgeAnew();
  });

  return {
    text,
    judged,
    log,
    fault,
    reading,
    setText(pasted) {
      turn++;
      const tidy = pasted.trim();
      if (tidy === '') show({ text: pasted });
      else if (tidy.includes('PRIVATE KEY')) show({ text: pasted, fault: 'private-key' });
      else if (/^[{[]/.test(tidy)) {
        const read = readLog(tidy, null);
        show(typeof read === 'string' ? { text: pasted, fault: read } : { log: read });
      } else show({ text: pasted, planned: requestWith(tidy, now()) });
    },
    async openFile(file) {
      const mine = ++turn;
      if (file.size > LOG_LIMIT) {
        show({ fault: 'too-large' });
        return;
      }
      show({ reading: true });
      const content = await readText(file).catch(() => null);
      if (mine !== turn) return;
      const read = content === null ? 'unreadable' : readLog(content.trim(), file.name);
      show(typeof read === 'string' ? { fault: read } : { log: read });
    },
    closeLog() {
      turn++;
      judgeAnew = () => {};
      show({});
    },
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

const SERVICE_URL = 'https://maps-api.apple.com/v1/geocode?q=1%20Main%20Street';

/** The request that would carry the pasted text: its own, where it is a command line, else one that takes such a token. */
function requestWith(text: string, now: number): Entry {
  const value = headerValueIn(text);
  const { token } = readBearer(value);
  const named = /^curl\s/.test(text) ? (/https:\/\/[^\s'"]+/.exec(text)?.[0] ?? '') : '';
  const taking = readToken(token).kind === 'access' ? SERVICE_URL : EXCHANGE_URL;
  return plannedRequest(isAppleMapsHost(hostOf(named)) ? named : taking, value, now);
}

/** `Authorization: …` alone or among other things, `Bearer …`, or the token alone. */
function headerValueIn(text: string): string {
  const named = /authorization["']?\s*:\s*["']?([^'"\r\n]*)/i.exec(text)?.[1];
  if (named !== undefined) return named;
  return /^(?:bearer|basic|token|jwt)\b/i.test(text) ? text : `Bearer ${text}`;
}
