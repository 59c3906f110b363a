import type { DockSide, Media, Theme } from './driver.ts';
import type {
  BrowserTab,
  CommandsActor,
  EventUtils,
  ExtensionView,
  KeyModifiers,
  PrivilegedScope,
  ScriptError,
  Toolbox,
  WindowGlobal,
  XulBrowser,
} from './firefox-types.ts';

// Everything here names internals of Firefox, which may change with any release.

declare const ChromeUtils: PrivilegedScope['ChromeUtils'];
declare const Cc: PrivilegedScope['Cc'];
declare const Ci: PrivilegedScope['Ci'];
declare const Services: PrivilegedScope['Services'];
declare const WebExtensionPolicy: PrivilegedScope['WebExtensionPolicy'];

export type Place =
  | { readonly kind: 'tab' | 'devtools_page' | 'devtools_panel'; readonly tab: number }
  | { readonly kind: 'background' | 'popup' };

export type Internals = ReturnType<typeof createInternals>;

/** Sent to Firefox as text and run once in its privileged scope, hence self-contained. */
export function createInternals(extensionId: string) {
  const loader = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = loader.require('devtools/client/framework/devtools');
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const origin = `moz-extension://${WebExtensionPolicy.getByID(extensionId).mozExtensionHostname}`;
  const extension = () => WebExtensionPolicy.getByID(extensionId).extension;
  /** A disabled extension has no policy. */
  const livingViews = (): readonly ExtensionView[] => [
    ...(WebExtensionPolicy.getByID(extensionId)?.extension.views ?? []),
  ];
  const browserWindow = () => Services.wm.getMostRecentBrowserWindow();

  const uncaught: string[] = [];
  // Errors of other processes come without their window; their source is all that tells whose they are.
  // What a view had asked for when it was closed comes back to nobody; Firefox says so, no code could hear it.
  const toNobody = /^Promise (resolved|rejected) after context unloaded/;
  const belongs = ({ sourceName, errorMessage }: ScriptError) =>
    sourceName.startsWith(`${origin}/`) || errorMessage.includes(origin);
  Services.console.registerListener({
    observe: (message: ScriptError) => {
      try {
        message.QueryInterface(Ci.nsIScriptError);
      } catch {
        // Plain text, from the browser itself.
        return;
      }
      if (message.flags !== Ci.nsIScriptError.errorFlag || !belongs(message)) return;
      if (toNobody.test(message.errorMessage)) return;
      const where = `${message.sourceName.slice(origin.length)}:${message.lineNumber}`;
      uncaught.push(`${message.category} ${where}: ${message.errorMessage}`);
    },
  });

  const tabs: BrowserTab[] = [];
  const tabOf = (number: number): BrowserTab => {
    const tab = tabs[number];
    if (!tab || tab.closing) throw new Error(`Tab ${number} is closed`);
    return tab;
  };
  const toolboxOf = (number: number): Toolbox => {
    const toolbox = gDevTools.getToolboxForTab(tabOf(number));
    if (!toolbox) throw new Error(`Tab ${number} has no devtools`);
    return toolbox;
  };

  const browserOf = (place: Place): XulBrowser => {
    if (place.kind === 'tab') return tabOf(place.tab).linkedBrowser;
    const toolbox = 'tab' in place ? toolboxOf(place.tab) : undefined;
    const fits = (view: ExtensionView) =>
      view.viewType === place.kind && !view.unloaded && (!toolbox || view.devToolsToolbox === toolbox);
    // A document that is being replaced stays listed for a while, before its successor.
    const browser = [...extension().views].filter((view) => fits(view) && view.xulBrowser).pop()?.xulBrowser;
    if (!browser) throw new Error(`No ${place.kind} is open`);
    return browser;
  };
  const globalOf = (place: Place): WindowGlobal => {
    const current = browserOf(place).browsingContext?.currentWindowGlobal;
    if (!current) throw new Error(`The ${place.kind} has no document yet`);
    return current;
  };
  const actorOf = (place: Place): CommandsActor => globalOf(place).getActor('MarionetteCommands');
  const find = (place: Place, selector: string) =>
    actorOf(place).findElement('css selector', selector, { timeout: 0 });
  const capabilities = {
    toJSON: () => ({
      'moz:accessibilityChecks': false,
      'moz:webdriverClick': true,
      strictFileInteractability: false,
    }),
  };

  // Runs in the view's process. A debugger's evaluation happens in the page's own world and passes its CSP; a
  // sandbox would hand its objects to the extension API as foreign ones, which the API refuses.
  const inView = `
    const [expression] = arguments;
    if (!globalThis.Debugger) {
      ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs').addDebuggerToGlobal(globalThis);
    }
    const debug = new Debugger();
    const answer = debug.addDebuggee(window).executeInGlobal(expression, { bypassCSP: true, url: document.baseURI });
    debug.removeAllDebuggees();
    if (!answer || !('return' in answer)) {
      return { error: 'not evaluated: ' + (answer && answer.throw && answer.throw.unsafeDereference?.()) };
    }
    const value = answer.return;
    const settled = value && value.unsafeDereference ? value.unsafeDereference() : value;
    return Promise.resolve(settled).then((text) => ({ text: String(text) }), (error) => ({ error: String(error) }));
  `;

  return {
    origin: () => origin,

    openTab: (url: string): number => {
      const { gBrowser } = browserWindow();
      const tab = gBrowser.addTab(url, { triggeringPrincipal });
      gBrowser.selectedTab = tab;
      return tabs.push(tab) - 1;
    },
    selectTab: (tab: number) => {
      browserWindow().gBrowser.selectedTab = tabOf(tab);
    },
    closeTab: (tab: number) => browserWindow().gBrowser.removeTab(tabOf(tab), { animate: false }),
    navigate: (tab: number, url: string) =>
      tabOf(tab).linkedBrowser.fixupAndLoadURIString(url, { triggeringPrincipal }),
    reload: (tab: number) => tabOf(tab).linkedBrowser.reload(),
    processOf: (tab: number): number =>
      tabOf(tab).linkedBrowser.browsingContext?.currentWindowGlobal?.osPid ?? 0,
    isLoading: (tab: number) => tabOf(tab).linkedBrowser.webProgress.isLoadingDocument,

    run: async (place: Place, expression: string): Promise<string> => {
      if (place.kind === 'background' && extension().backgroundState !== 'running') {
        await extension().wakeupBackground();
      }
      const answer = await actorOf(place).executeScript(inView, [expression], {
        // A promise, not a callback: scripts that overlap would share one callback, and all but the last hang.
        async: false,
        timeout: 60_000,
        file: 'driver',
        line: 0,
        sandboxName: 'system',
        newSandbox: false,
      });
      if (answer.text === undefined) throw new Error(answer.error);
      return answer.text;
    },

    click: async (place: Place, selector: string) => {
      await actorOf(place).clickElement(await find(place, selector), capabilities);
    },
    type: async (place: Place, selector: string, text: string) => {
      const field = await find(place, selector);
      await actorOf(place).clearElement(field);
      if (text !== '') await actorOf(place).sendKeysToElement(field, text, capabilities);
    },
    press: (place: Place, key: string, modifiers: KeyModifiers) => {
      const browser = browserOf(place);
      // Keys enter where the user's do, in the browser's own window, which passes them to the focused view.
      const window = browser.ownerDocument.defaultView?.browsingContext.topChromeWindow;
      if (!window) throw new Error(`The ${place.kind} is in no window`);
      if (browser.ownerDocument.activeElement !== browser) browser.focus();
      const utils: EventUtils = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
      Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', utils);
      utils.synthesizeKey?.(key, modifiers, window);
    },
    picture: async (place: Place): Promise<string> => {
      const { width, height } = browserOf(place).getBoundingClientRect();
      const bitmap = await globalOf(place).drawSnapshot(
        new DOMRect(0, 0, width, height),
        1,
        'rgb(255,255,255)',
      );
      const canvas = browserWindow().document.createElementNS(
        'http://www.w3.org/1999/xhtml',
        'canvas',
      ) as HTMLCanvasElement;
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },

    openToolbox: async (tab: number) => {
      await gDevTools.showToolboxForTab(tabOf(tab), { toolId: 'inspector' });
    },
    isNetworkArmed: (tab: number): boolean => {
      const toolbox = toolboxOf(tab);
      const monitor = toolbox.getPanel('netmonitor')?.panelWin?.Netmonitor?.api ?? toolbox._netMonitorAPI;
      return monitor?.hasRequestFinishedListeners() === true;
    },
    /** The id of the panel's tool is new each time. `false` as long as the devtools page has not made it. */
    selectPanel: async (tab: number): Promise<boolean> => {
      const toolbox = toolboxOf(tab);
      const tool = toolbox.getAdditionalTools().find((candidate) => candidate.extensionId === extensionId);
      if (!tool) return false;
      await toolbox.selectTool(tool.id);
      return true;
    },
    selectTool: async (tab: number, tool: string) => {
      await toolboxOf(tab).selectTool(tool);
    },
    dock: async (tab: number, side: DockSide) => {
      await toolboxOf(tab).switchHost(side);
    },
    resize: (tab: number, width: number, height?: number) => {
      const { topWindow } = toolboxOf(tab);
      topWindow.resizeTo(width, height ?? topWindow.outerHeight);
    },
    zoom: (tab: number, factor: number) => {
      toolboxOf(tab).win.browsingContext.fullZoom = factor;
    },
    setMedia: ({ forcedColors = false, reducedMotion = false }: Media) => {
      // 2: never the page's colours; 0: as the system says, which is without a wish.
      Services.prefs.setIntPref('browser.display.document_color_use', forcedColors ? 2 : 0);
      Services.prefs.setIntPref('ui.prefersReducedMotion', reducedMotion ? 1 : 0);
    },
    isToolboxOpen: (tab: number): boolean => gDevTools.getToolboxForTab(tabOf(tab)) !== undefined,
    closeToolbox: async (tab: number) => {
      await gDevTools.getToolboxForTab(tabOf(tab))?.destroy();
    },

    openPopup: async () => {
      await ExtensionParent.apiManager.global.browserActionFor(extension()).triggerAction(browserWindow());
    },
    closePopup: () => {
      (browserOf({ kind: 'popup' }).closest('panel') as Element & { hidePopup(): void }).hidePopup();
    },
    /** While it opens, a click falls into nothing; while it closes, its document is still listed. */
    popupState: (): string => {
      const popups = [...extension().views].filter((view) => view.viewType === 'popup' && !view.unloaded);
      const panel = popups.pop()?.xulBrowser?.closest('panel') as (Element & { state: string }) | undefined;
      return panel?.state ?? 'closed';
    },

    stopBackground: async () => {
      await extension().terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
    },
    isBackgroundRunning: (): boolean => extension().backgroundState === 'running',
    reloadExtension: async () => (await AddonManager.getAddonByID(extensionId)).reload(),
    setExtensionEnabled: async (on: boolean) => {
      const addon = await AddonManager.getAddonByID(extensionId);
      await (on ? addon.enable() : addon.disable());
    },
    documents: (): readonly string[] => {
      const isDocument = ({ viewType, unloaded }: ExtensionView) => viewType !== 'background' && !unloaded;
      return livingViews()
        .filter(isDocument)
        .map(({ xulBrowser }) => xulBrowser?.currentURI.filePath ?? '');
    },
    setHost: async (host: string, granted: boolean) => {
      const permissions = { permissions: [], origins: [`${host}/*`] };
      // Without the extension as emitter, it keeps working with the permissions that it had.
      await ExtensionPermissions[granted ? 'add' : 'remove'](extensionId, permissions, extension());
    },
    setConsent: async (kinds: readonly string[], granted: boolean) => {
      const permissions = { permissions: [], origins: [], data_collection: [...kinds] };
      await ExtensionPermissions[granted ? 'add' : 'remove'](extensionId, permissions, extension());
    },
    /** `false` as long as no prompt is shown. */
    answerPrompt: (allow: boolean): boolean => {
      const { panel } = browserWindow().PopupNotifications;
      if (panel.state !== 'open') return false;
      const prompt = panel.firstElementChild;
      (allow ? prompt.button : prompt.secondaryButton).click();
      return true;
    },
    /** Milliseconds; all extensions share one process. */
    extensionCpu: async (): Promise<number> => {
      const { children } = await ChromeUtils.requestProcInfo();
      const nanoseconds = children.flatMap(({ type, cpuTime }) => (type === 'extension' ? cpuTime : []));
      return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6;
    },
    setTheme: (theme: Theme) => Services.prefs.setStringPref('devtools.theme', theme),

    uncaught: async (): Promise<readonly string[]> => {
      // A round trip through each process of the extension: what was said before it has arrived after it.
      for (const view of livingViews()) {
        const actor = view.xulBrowser?.browsingContext?.currentWindowGlobal?.getActor('MarionetteCommands');
        await actor
          ?.executeScript('return 0', [], { sandboxName: null, newSandbox: true })
          .catch(() => undefined);
      }
      return uncaught;
    },
  };
}

/** A separate step, before the extension is installed. */
export function trustAuthority(pem: string): void {
  const base64 = pem.replace(/-----[^-]+-----/g, '').replace(/\s+/g, '');
  const database = Cc['@mozilla.org/security/x509certdb;1']?.getService(Ci.nsIX509CertDB);
  database?.addCertFromBase64(base64, 'CT,,');
}
