import { describe, expect, test } from 'vitest';
import { createIdentities, identityKey } from '../../../src/app/recording/identities.ts';

const one = { method: 'GET', url: 'https://a.test/', startedDateTime: '2026-01-15T12:00:00.000Z' };

function start() {
  let last = 0;
  return createIdentities(() => String(++last));
}

describe('the n-th request of an identity has one id', () => {
  test('heard, then listed', () => {
    const ids = start();
    expect(ids.heard(one)).toBe('1');
    expect(ids.listed(one, 0)).toEqual({ id: '1', isNew: false });
    expect(ids.listed(one, 1)).toEqual({ id: '2', isNew: true });
    expect(ids.listed(one, 1)).toEqual({ id: '2', isNew: false });
  });

  test('listed, then heard', () => {
    const ids = start();
    expect([ids.listed(one, 0).id, ids.listed(one, 1).id]).toEqual(['1', '2']);
    expect([ids.heard(one), ids.heard(one), ids.heard(one)]).toEqual(['1', '2', '3']);
  });

  test.each([
    ['another start', { ...one, startedDateTime: '2026-01-15T12:00:00.001Z' }],
    ['another method', { ...one, method: 'POST' }],
    ['another URL', { ...one, url: 'https://a.test/?' }],
  ])('%s is another identity', (_, other) => {
    const ids = start();
    expect(ids.heard(one)).not.toBe(ids.heard(other));
    expect(identityKey(one)).not.toBe(identityKey(other));
  });
});

test('what is remembered is bounded, the oldest goes first', () => {
  const ids = start();
  ids.heard(one);
  for (let n = 0; n < 20_000; n++) ids.heard({ ...one, url: `https://a.test/${n}` });
  expect(ids.listed(one, 0).isNew).toBe(true);
  expect(ids.listed({ ...one, url: 'https://a.test/19999' }, 0).isNew).toBe(false);
});
