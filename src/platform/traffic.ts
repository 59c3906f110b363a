/**
 * devtools.network, whose dialects this file hides. `getContent`: only its callback form works alike everywhere
 * (Firefox promises an array, Chromium an object); its second argument is the media type in Firefox and the encoding in
 * Chromium. `getHAR`: Firefox's entries hold the body text, Chromium's have `getContent` instead.
 */
import type { Entry as HarEntry } from 'har-format';
import type { Observed, Traffic } from '../app/ports.ts';
import { type Body, bodyOfText, harIdentity, harMediaType, textFromBase64 } from '../core/index.ts';
import { deadline } from './deadline.ts';

type Request = HarEntry & { getContent?: (done: (content: string | null, second: string) => void) => void };

interface Network {
  readonly onRequestFinished: { addListener(listener: (request: Request) => void): void };
  readonly onNavigated: { addListener(listener: (url: string) => void): void };
  getHAR(done: (log: { readonly entries?: readonly Request[] } | null) => void): void;
}

/** After the next navigation a body is gone for good, so nobody waits longer. */
const BODY_DEADLINE = 5_000;
/** Taking one costs seconds in a log of ten thousand. */
const SNAPSHOT_DEADLINE = 30_000;
/** In a snapshot of Chromium, a body that the page never reads never comes. */
const SNAPSHOT_BODY_DEADLINE = 500;

export function devtoolsTraffic(network: Network): Traffic {
  return {
    onRequest: (listener) =>
      network.onRequestFinished.addListener((har) =>
        listener({
          url: har.request.url,
          get identity() {
            return harIdentity(har);
          },
          har,
          finished: true,
          body: () => readBody(har, BODY_DEADLINE, 'unavailable'),
        }),
      ),
    onNavigated: (listener) => network.onNavigated.addListener(listener),
    snapshot: () =>
      new Promise((resolve) => {
        // A snapshot that never comes must not be the last one asked for.
        const timer = setTimeout(() => resolve([]), SNAPSHOT_DEADLINE);
        network.getHAR((log) => {
          clearTimeout(timer);
          resolve((log?.entries ?? []).map(observedInSnapshot));
        });
      }),
  };
}

function observedInSnapshot(har: Request): Observed {
  return {
    url: har.request.url,
    get identity() {
      return harIdentity(har);
    },
    har,
    finished: isFinished(har),
    body: () => readBody(har, SNAPSHOT_BODY_DEADLINE, 'unread'),
  };
}

/**
 * Both list requests on their way. Chromium gives them status 0 and no error; Firefox leaves the media type out of
 * their content, while a failed request has an empty one.
 */
function isFinished({ response, getContent }: Request): boolean {
  if (getContent === undefined) return (response.content as { mimeType?: string }).mimeType !== undefined;
  return response.status > 0 || Boolean((response as { _error?: string })._error);
}

function readBody(har: Request, patience: number, late: 'unread' | 'unavailable'): Promise<Body> {
  const { status, content } = har.response;
  if (status === 0 || status === 204 || status === 304) return Promise.resolve({ state: 'none' });
  if (!isText(harMediaType(har))) return Promise.resolve({ state: 'binary' });
  if (har.getContent === undefined)
    return Promise.resolve(bodyOf(content.text ?? null, content.encoding ?? '', 'unread'));
  return new Promise((resolve) => {
    const inTime = deadline(patience, () => resolve({ state: late }));
    har.getContent?.((text, second) => {
      inTime();
      // In Firefox the entry itself tells the encoding, in Chromium the second argument does.
      resolve(bodyOf(text, content.encoding ?? (second === 'base64' ? 'base64' : ''), 'unavailable'));
    });
  });
}

function bodyOf(text: string | null, encoding: string, missing: 'unread' | 'unavailable'): Body {
  if (typeof text !== 'string') return { state: missing };
  const plain = encoding === 'base64' ? textFromBase64(text) : text;
  return plain === null ? { state: 'binary' } : bodyOfText(plain);
}

/** An answer without a media type may be anything; it is read as text. */
function isText(mediaType: string): boolean {
  return mediaType === '' || mediaType === 'x-unknown' || /^text\/|json|xml|javascript/.test(mediaType);
}
