// The few parts of Firefox's privileged scope that the driver touches, as far as it touches them.

export interface WindowGlobal {
  readonly osPid: number;
  getActor(name: 'MarionetteCommands'): CommandsActor;
  drawSnapshot(area: DOMRect, scale: number, background: string): Promise<ImageBitmap>;
}

export interface CommandsActor {
  executeScript(
    script: string,
    args: readonly unknown[],
    options: object,
  ): Promise<{ text?: string; error?: string }>;
  findElement(strategy: 'css selector', selector: string, options: { timeout: number }): Promise<object>;
  clickElement(element: object, capabilities: object): Promise<void>;
  clearElement(element: object): Promise<void>;
  sendKeysToElement(element: object, text: string, capabilities: object): Promise<void>;
}

export interface XulBrowser extends HTMLElement {
  readonly ownerDocument: Document & {
    readonly defaultView: { readonly browsingContext: { readonly topChromeWindow: Window } } | null;
  };
  readonly browsingContext: { readonly currentWindowGlobal: WindowGlobal | null } | null;
  readonly currentURI: { readonly filePath: string };
  readonly webProgress: { readonly isLoadingDocument: boolean };
  fixupAndLoadURIString(url: string, options: object): void;
  reload(): void;
}

export interface BrowserTab {
  readonly linkedBrowser: XulBrowser;
  readonly closing: boolean;
}

interface BrowserWindow extends Window {
  readonly gBrowser: {
    selectedTab: BrowserTab;
    addTab(url: string, options: object): BrowserTab;
    removeTab(tab: BrowserTab, options: object): void;
  };
  readonly PopupNotifications: {
    readonly panel: { readonly state: string; readonly firstElementChild: Prompt };
  };
}

interface Prompt extends Element {
  readonly button: HTMLElement;
  readonly secondaryButton: HTMLElement;
}

export interface Toolbox {
  readonly win: Window & typeof globalThis & { readonly browsingContext: { fullZoom: number } };
  readonly doc: Document;
  readonly topWindow: Window;
  readonly currentToolId: string;
  readonly hostType: string;
  readonly _netMonitorAPI?: NetMonitor;
  getAdditionalTools(): readonly { readonly id: string; readonly extensionId?: string }[];
  getPanel(
    id: 'netmonitor',
  ): { readonly panelWin?: { readonly Netmonitor?: { readonly api: NetMonitor } } } | undefined;
  selectTool(id: string): Promise<unknown>;
  switchHost(host: string): Promise<unknown>;
  destroy(): Promise<void>;
}

interface NetMonitor {
  hasRequestFinishedListeners(): boolean;
}

export interface ExtensionView {
  readonly viewType: string;
  readonly xulBrowser: XulBrowser | null;
  readonly unloaded: boolean;
  readonly devToolsToolbox?: Toolbox;
}

interface Extension {
  readonly id: string;
  readonly views: Iterable<ExtensionView>;
  readonly backgroundState: string;
  terminateBackground(options: object): Promise<void>;
  wakeupBackground(): Promise<void>;
}

export interface ScriptError {
  readonly errorMessage: string;
  readonly sourceName: string;
  readonly lineNumber: number;
  readonly category: string;
  readonly flags: number;
  QueryInterface(type: unknown): ScriptError;
}

export interface KeyModifiers {
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** `EventUtils.js`, Firefox's own synthesiser of input, before and after it is loaded. */
export interface EventUtils {
  readonly window: Window;
  readonly parent: Window;
  readonly _EU_Ci: unknown;
  readonly _EU_Cc: unknown;
  synthesizeKey?(key: string, modifiers: KeyModifiers, window: Window): void;
}

interface GDevTools {
  showToolboxForTab(tab: BrowserTab, options: object): Promise<Toolbox>;
  getToolboxForTab(tab: BrowserTab): Toolbox | undefined;
}

interface Addon {
  reload(): Promise<void>;
  enable(): Promise<void>;
  disable(): Promise<void>;
}

interface Modules {
  'resource://devtools/shared/loader/Loader.sys.mjs': {
    require(name: 'devtools/client/framework/devtools'): { readonly gDevTools: GDevTools };
  };
  'resource://gre/modules/AddonManager.sys.mjs': {
    readonly AddonManager: { getAddonByID(id: string): Promise<Addon> };
  };
  'resource://gre/modules/ExtensionPermissions.sys.mjs': {
    readonly ExtensionPermissions: {
      add(id: string, permissions: object, emitter: Extension): Promise<void>;
      remove(id: string, permissions: object, emitter: Extension): Promise<void>;
    };
  };
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    readonly ExtensionParent: {
      readonly apiManager: {
        readonly global: {
          browserActionFor(extension: Extension): { triggerAction(window: BrowserWindow): Promise<void> };
        };
      };
    };
  };
}

export interface PrivilegedScope {
  readonly ChromeUtils: {
    importESModule<Name extends keyof Modules>(name: Name): Modules[Name];
    /** CPU time in nanoseconds. */
    requestProcInfo(): Promise<{
      readonly children: readonly { readonly type: string; readonly cpuTime: number }[];
    }>;
  };
  readonly Cc: Record<
    string,
    { getService<T>(type: T): { addCertFromBase64(text: string, trust: string): void } }
  >;
  readonly Ci: { readonly nsIX509CertDB: unknown; readonly nsIScriptError: { readonly errorFlag: number } };
  readonly Services: {
    readonly console: { registerListener(listener: { observe(message: ScriptError): void }): void };
    readonly prefs: {
      setStringPref(name: string, value: string): void;
      setIntPref(name: string, value: number): void;
    };
    readonly scriptSecurityManager: { getSystemPrincipal(): object };
    readonly scriptloader: { loadSubScript(url: string, scope: object): void };
    readonly wm: { getMostRecentBrowserWindow(): BrowserWindow };
  };
  readonly WebExtensionPolicy: {
    getByID(id: string): { readonly extension: Extension; readonly mozExtensionHostname: string };
  };
}
