import { describe, expect, test } from 'vitest';
import { hostOf, isAppleMapsHost, WATCHED_HOSTS } from '../../../src/core/apple/hosts.ts';

describe('the host of a URL', () => {
  test.each([
    ['https://maps-api.apple.com/v1/token', 'maps-api.apple.com'],
    ['https://maps-api.apple.com', 'maps-api.apple.com'],
    ['https://maps-api.apple.com?q=1', 'maps-api.apple.com'],
    ['https://maps-api.apple.com#a', 'maps-api.apple.com'],
    ['https://maps-api.apple.com:8443/v1', 'maps-api.apple.com'],
    ['http://localhost:5173/', 'localhost'],
    ['HTTPS://MAPS-API.APPLE.COM/v1', 'maps-api.apple.com'],
    ['https://user:pass@maps-api.apple.com/', 'maps-api.apple.com'],
    ['https://maps-api.apple.com@evil.test/', 'evil.test'],
    ['https://maps-api.apple.com:443@evil.test/', 'evil.test'],
    ['https://a@b@evil.test/', 'evil.test'],
    ['https://evil.test/@maps-api.apple.com/', 'evil.test'],
    ['https://evil.test?@maps-api.apple.com/', 'evil.test'],
    ['https://evil.test/?u=https://maps-api.apple.com/', 'evil.test'],
    ['https://evil.test\\@maps-api.apple.com/', 'evil.test'],
    ['https://[2001:db8::1]/', '[2001:db8::1]'],
    ['https://[2001:db8::1]:8443/', '[2001:db8::1]'],
    ['data:text/css,a{background:url(https://maps-api.apple.com/)}', ''],
    ['data:text/html,://maps-api.apple.com/', ''],
    ['blob:https://maps-api.apple.com/0b5c1a5e', ''],
    ['chrome-extension://maps-api.apple.com/', ''],
    ['about:blank', ''],
    ['https:', ''],
    ['https://', ''],
    ['', ''],
  ])('%s → %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  test.each([
    ['https://maps-api.apple.com/v1/token'],
    ['https://cdn.apple-mapkit.com:444/ma/bootstrap?x=1#y'],
    ['https://user@api.apple-mapkit.com/v1/search'],
    ['https://a.b.evil.test/x@y'],
  ])('%s reads as the URL parser reads it', (url) => {
    expect(hostOf(url)).toBe(new URL(url).hostname);
  });
});

describe('Apple Maps hosts', () => {
  test.each([
    ['maps-api.apple.com'],
    ['apple-mapkit.com'],
    ['cdn.apple-mapkit.com'],
    ['api.apple-mapkit.com'],
    ['cdn4.apple-mapkit.com'],
    ['sat-cdn1.apple-mapkit.com'],
    ['embed.apple-mapkit.com'],
    ['snapshot.apple-mapkit.com'],
    ['gsp10.apple-mapkit.com'],
  ])('%s is one', (host) => {
    expect(isAppleMapsHost(host)).toBe(true);
  });

  test.each([
    [''],
    ['apple.com'],
    ['developer.apple.com'],
    ['maps.apple.com'],
    ['x.maps-api.apple.com'],
    ['maps-api.apple.com.evil.test'],
    ['maps-api.apple.com.'],
    ['maps-api-apple.com'],
    ['maps-api.apple.co'],
    ['xmaps-api.apple.com'],
    ['notapple-mapkit.com'],
    ['apple-mapkit.com.evil.test'],
    ['cdn.apple-mapkit.com.evil.test'],
    ['cdn.apple-mapkit.co'],
    ['cdn.apple-mapkit.com.'],
    ['cdn-apple-mapkit.com'],
    ['localhost'],
  ])('%j is none', (host) => {
    expect(isAppleMapsHost(host)).toBe(false);
  });

  test.each([
    ['https://maps-api.apple.com.evil.test/v1/token'],
    ['https://maps-api.apple.com@evil.test/v1/token'],
    ['https://maps-api.apple.com%2eevil.test/v1/token'],
    ['https://evil.test/https://maps-api.apple.com/'],
    ['https://evil.test\\@maps-api.apple.com/'],
    ['data:text/plain,https://cdn.apple-mapkit.com/'],
  ])('%s does not lead to one', (url) => {
    expect(isAppleMapsHost(hostOf(url))).toBe(false);
  });

  test('those written for people are those that are watched', () => {
    expect(WATCHED_HOSTS.every((host) => isAppleMapsHost(host.replace('*', 'any')))).toBe(true);
  });
});
