/**
 * The only import of the polyfill. It throws outside an extension, so nothing but `platform/` and `entries/` may reach
 * this file.
 */
import browser from 'webextension-polyfill';

export default browser;
