/** What the app needs of the world. `platform/` implements these; tests have their own. */
import type { Body, HarIdentity } from '../core/index.ts';

/** Milliseconds since 1970. */
export type Now = () => number;

/** Runs `task` after `ms`; the returned function takes it back. */
export type Schedule = (ms: number, task: () => void) => () => void;

/** A request as devtools tells of it. `har` is untrusted: read it with core/har. */
export interface Observed {
  /** Told first and for itself: for most requests of a page it is all that is ever read. */
  readonly url: string;
  readonly identity: HarIdentity;
  readonly har: unknown;
  /** False while the answer is still on its way (only a snapshot can hold such requests). */
  readonly finished: boolean;
  /** The answer's body, at most once, never later than a deadline. It is gone after the next navigation. */
  readonly body: () => Promise<Body>;
}

/** The inspected page's network, as devtools shows it. */
export interface Traffic {
  /** Each request whose answer the page has read to the end, or that failed. */
  readonly onRequest: (listener: (observed: Observed) => void) => void;
  /** The page went elsewhere, or was reloaded. */
  readonly onNavigated: (listener: (url: string) => void) => void;
  /** Everything that devtools holds for the page now, those without an event among it. */
  readonly snapshot: () => Promise<readonly Observed[]>;
}

/** A pipe between two contexts of the extension. Messages are flat records. */
export interface Channel {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onClose: (listener: () => void) => void;
}

/** Memory of this browser session, shared by all views; never on disk. Values are text. */
export interface SessionStore {
  readonly all: () => Promise<Readonly<Record<string, string>>>;
  readonly get: (key: string) => Promise<string | null>;
  readonly set: (key: string, value: string) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** Hears of every change, one's own among them; null for a removed key. */
  readonly onChange: (listener: (key: string, value: string | null) => void) => void;
}

export interface Permission {
  readonly granted: () => Promise<boolean>;
  /** Asks the user; only within a click. */
  readonly request: () => Promise<boolean>;
  readonly onChange: (listener: () => void) => void;
}

/** True when the text is on the clipboard. */
export type Copy = (text: string) => Promise<boolean>;

/** The text of a file (UTF-8); rejects where the browser cannot read it. */
export type ReadText = (file: Blob) => Promise<string>;
