import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { Truthy } from './until.ts';

export type BrowserName = 'chromium' | 'firefox';
export type Theme = 'light' | 'dark';
export type DockSide = 'bottom' | 'right' | 'window';

export interface LaunchOptions {
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** Loopback port that answers for every host name, with TLS. */
  readonly port: number;
  /** Host names that lead to the port; no other name resolves to anything that answers. */
  readonly hosts: readonly string[];
  /** Authority of the server's certificate (Firefox). */
  readonly caPem: string;
  /** Base64 SHA-256 of the certificate's public key (Chromium). */
  readonly spki: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** Profile folder; a fresh temporary one if absent. */
  readonly profile?: string;
  /** Leaves the profile on disk at close, to search it or to start again from it. */
  readonly keepProfile?: boolean;
  readonly headless?: boolean;
  /** `false` starts with the required host permissions withheld. */
  readonly grantHosts?: boolean;
  /**
   * Origins (`https://demo.test`) whose permission prompt counts as answered with yes. Chromium draws its
   * prompt outside of every page, where no driver reaches; Firefox ignores this and shows the real prompt.
   */
  readonly preapproved?: readonly string[];
}

/** `chrome` is the extension API in both browsers; Firefox's promise form works under either name. */
export type ViewWindow = Window & typeof globalThis & { readonly chrome: ExtensionApi };

/**
 * Runs inside the view, in its own world: self-contained (no imports, no closure), with arguments and result
 * that survive JSON.
 */
export type InView<R, A extends unknown[]> = (w: ViewWindow, ...args: A) => R | Promise<R>;

export interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: string; readonly html: string; readonly summary: string }[];
}

/** Where code can be run: a view with a document, or the background. */
export interface Realm {
  evaluate<R, A extends unknown[]>(fn: InView<R, A>, ...args: A): Promise<R>;
  /** Polls for up to 15 s; the error names `what` and the last value. */
  waitFor<R, A extends unknown[]>(what: string, fn: InView<R, A>, ...args: A): Promise<Truthy<R>>;
}

export interface View extends Realm {
  /** A trusted click, with user activation; waits for the element. */
  click(selector: string): Promise<void>;
  /** Replaces the text of a field by trusted input. */
  type(selector: string, text: string): Promise<void>;
  /** A trusted key, `Tab`, `Enter`, `ArrowDown`, `a`, `Control+f`, `Shift+Tab`, sent to whatever has focus. */
  press(key: string): Promise<void>;
  /** A PNG of this view alone. */
  screenshot(file: string): Promise<void>;
  axe(): Promise<readonly AxeViolation[]>;
  close(): Promise<void>;
}

export interface Tab extends View {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Ends the page's process, as a crash does; `reload` brings the page back. */
  crash(): Promise<void>;
  /** Opens the real devtools and resolves when the extension hears the network in them. */
  openDevtools(): Promise<Devtools>;
}

export interface Devtools {
  /** Shows the panel and waits until it has drawn something. */
  panel(): Promise<View>;
  devtoolsPage(): Promise<View>;
  /** Hides the panel behind one of the browser's own tools. */
  selectOtherTool(): Promise<void>;
  /** Firefox builds the panel's document anew for this; views found before stay usable. */
  dock(side: DockSide): Promise<void>;
  /** Gives the devtools this width, in CSS pixels, in whatever window they live. */
  resize(width: number, height?: number): Promise<void>;
  /** Zooms the panel as a user does: 4 for 400 %. */
  zoom(factor: number): Promise<void>;
  /** What the panel is told of the user's system from here on. */
  setMedia(media: Media): Promise<void>;
  /**
   * Whether the devtools answered a key with something of their own, a drawer or a search. `null` where they answer
   * before any panel hears of the key.
   */
  openedOwn(): Promise<boolean | null>;
  gauge(): Promise<Gauge>;
  /** `null` where the browser does not tell. */
  holdings(): Promise<Holdings | null>;
  /** False once somebody closed them, be it the browser. */
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Media {
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
}

/** What the process of the extension's documents has used; all of them, hidden and shown, live in one process. */
export interface Gauge {
  /** Milliseconds of CPU since the process began, over all its threads. */
  cpu(): Promise<number>;
  /** Bytes of JavaScript objects after garbage collection; `null` where the browser does not tell. */
  heap(): Promise<number | null>;
}

/** What the process of the extension's documents keeps, after garbage collection. */
export interface Holdings {
  readonly documents: number;
  readonly frames: number;
  readonly nodes: number;
  readonly listeners: number;
}

export interface Browser {
  readonly name: BrowserName;
  /** `chrome-extension://…` or `moz-extension://…`, without a final slash. */
  readonly origin: string;
  /** Folder of the profile on disk. */
  readonly profile: string;
  /** Whether `answerPermissionPrompt` can reach the prompt. */
  readonly answersPrompts: boolean;
  readonly background: Realm;
  newTab(url?: string): Promise<Tab>;
  /** The real action popup, over this tab. */
  openPopup(tab: Tab): Promise<View>;
  /** An extension page (`options.html`) in a tab of its own. */
  openExtensionPage(path: string): Promise<Tab>;
  /** Ends the service worker or event page, as the browser does when it idles. */
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /** What an update does: ends everything of the extension, and starts it anew. */
  reloadExtension(): Promise<void>;
  setExtensionEnabled(on: boolean): Promise<void>;
  /** Paths of the extension's living documents (`/panel.html`), the background not among them. */
  documents(): Promise<readonly string[]>;
  grantHost(origin: string): Promise<void>;
  revokeHost(origin: string): Promise<void>;
  /** Firefox's consent to send these kinds of data out of the browser; other browsers have none. */
  setConsent(kinds: readonly string[], granted: boolean): Promise<void>;
  answerPermissionPrompt(allow: boolean): Promise<void>;
  /** Switches the theme of the devtools while they are open. */
  setTheme(theme: Theme): Promise<void>;
  /**
   * Uncaught errors, unhandled rejections, CSP and Trusted Types violations seen so far in any context of the
   * extension: popup, panel, devtools page, background, tab.
   */
  uncaught(): Promise<readonly string[]>;
  /** Every file of the profile, to be searched for what must not be there. */
  profileFiles(): Promise<readonly string[]>;
  version(): Promise<string>;
  close(): Promise<void>;
}

/** What a manifest and its three pages are called; the drivers know nothing else about the extension. */
export const PANEL_TITLE = 'Meridian';
export const PAGES = { devtools: 'devtools.html', panel: 'panel.html', popup: 'popup.html' } as const;

export async function launch(name: BrowserName, options: LaunchOptions): Promise<Browser> {
  if (name === 'firefox') return (await import('./firefox.ts')).launchFirefox(options);
  return (await import('./chromium.ts')).launchChromium(options);
}
