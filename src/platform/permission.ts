/**
 * Leave to send a token to Apple. Users may take it back at any time in both browsers. Firefox also has a consent for
 * what an extension sends out of the browser, which is asked for at the first exchange.
 */
import type { Permissions } from 'webextension-polyfill';
import type { Permission } from '../app/ports.ts';
import browser from './browser.ts';

const needed: Permissions.AnyPermissions = { origins: ['https://maps-api.apple.com/*'] };

if (browser.runtime.getManifest().browser_specific_settings !== undefined) {
  Object.assign(needed, { data_collection: ['authenticationInfo'] });
}

export const permission: Permission = {
  granted: () => browser.permissions.contains(needed),
  request: () => browser.permissions.request(needed as Permissions.Permissions),
  onChange(listener) {
    browser.permissions.onAdded.addListener(listener);
    browser.permissions.onRemoved.addListener(listener);
  },
};
