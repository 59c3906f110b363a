/**
 * Panel and hidden devtools page talk over a runtime port: of the ways tried, the only one that also works in Firefox's
 * private windows. Every devtools page of the browser hears every connection, so the port is named after the tab.
 */
import type { Runtime } from 'webextension-polyfill';
import type { Channel } from '../app/ports.ts';
import browser from './browser.ts';

const nameOf = (tabId: number) => `meridian-${tabId}`;

export function connectToRecorder(tabId: number): Channel {
  return channelOf(browser.runtime.connect({ name: nameOf(tabId) }));
}

/** Serves panels of this tab; refuses whoever is not our own panel. */
export function onPanel(tabId: number, serve: (channel: Channel) => void): void {
  const panelUrl = browser.runtime.getURL('panel.html');
  browser.runtime.onConnect.addListener((port) => {
    const { id, url } = port.sender ?? {};
    if (port.name === nameOf(tabId) && id === browser.runtime.id && url === panelUrl) serve(channelOf(port));
  });
}

function channelOf(port: Runtime.Port): Channel {
  return {
    post(message) {
      try {
        port.postMessage(message);
      } catch {
        // The other end went away between two messages; its close event tells the app.
      }
    },
    onMessage: (listener) => port.onMessage.addListener((message) => listener(message)),
    onClose: (listener) => port.onDisconnect.addListener(() => listener()),
  };
}
