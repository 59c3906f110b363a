import { describe, expect, test } from 'vitest';
import { compareTokens, takeApart } from '../../../src/app/panel/compare.ts';
import { readToken } from '../../../src/core/index.ts';
import { accessToken, authToken, base64url, signature, T } from '../../fixtures/tokens.ts';

const compare = (first: string, second: string) => compareTokens(readToken(first), readToken(second));
const row = (first: string, second: string, name: string) =>
  compare(first, second).find((compared) => compared.name === name);
const differing = (first: string, second: string) =>
  compare(first, second).flatMap(({ part, name, is }) => (is === 'equal' ? [] : `${part} ${name} ${is}`));

describe('two tokens', () => {
  test('are compared name by name, kind first and signature last', () => {
    expect(compare(authToken(), authToken()).map(({ part, name }) => `${part} ${name}`.trim())).toEqual([
      'kind',
      'header alg',
      'header kid',
      'header typ',
      'payload iss',
      'payload iat',
      'payload exp',
      'signature',
    ]);
  });

  test('of the same text differ in nothing', () => {
    expect(differing(authToken(), authToken())).toEqual([]);
  });

  test.each([
    ['another value', { origin: 'a.test' }, { origin: 'b.test' }, 'payload origin different'],
    ['a claim that only the first has', { origin: 'a.test' }, {}, 'payload origin only-first'],
    ['a claim that only the second has', {}, { origin: 'a.test' }, 'payload origin only-second'],
    ['a number and its digits', { shoe: 44 }, { shoe: '44' }, 'payload shoe different'],
    ['what nests', { a: { b: [1] } }, { a: { b: [2] } }, 'payload a different'],
    ['an empty text and none', { a: '' }, {}, 'payload a only-first'],
    ['null and its name', { a: null }, { a: 'null' }, 'payload a different'],
    ['what __proto__ hides', JSON.parse('{"__proto__":1}'), {}, 'payload __proto__ only-first'],
  ])('differ in %s', (_, first, second, expected) => {
    expect(differing(authToken(first), authToken(second))).toEqual([expected]);
  });

  test('of two kinds are told apart by it', () => {
    expect(compare(authToken(), accessToken())[0]).toMatchObject({
      part: 'kind',
      first: 'auth',
      second: 'access',
      is: 'different',
    });
  });

  test('differ in their signatures alone', () => {
    expect(differing(authToken(), authToken({}, {}, signature(63)))).toEqual(['signature  different']);
    expect(differing(authToken(), authToken({}, {}, ''))).toEqual(['signature  only-first']);
  });

  test('that say the same in other words differ in how they are written', () => {
    const head = base64url('{"alg":"ES256"}');
    const [first, second] = ['{"a":1,"b":2}', '{ "b": 2, "a": 1 }'].map(
      (payload) => `${head}.${base64url(payload)}.x`,
    );
    expect(differing(first ?? '', second ?? '')).toEqual(['payload  different']);
  });

  test('of which one cannot be read are compared as they were written', () => {
    const broken = `${base64url('{"alg":')}.${base64url('{}')}.x`;
    expect(compare(broken, authToken())[1]).toMatchObject({
      part: 'header',
      name: '',
      first: '{"alg":',
      is: 'different',
    });
  });

  test('of which one has no parts are compared as texts', () => {
    expect(compare('undefined', authToken()).map(({ part }) => part)).toEqual(['kind', 'text']);
  });
});

describe('times', () => {
  test.each([
    ['later', { iat: T + 60 }, 60],
    ['earlier', { iat: T - 60 }, -60],
    ['the same', { iat: T }, 0],
    ['written as digits', { iat: String(T + 5) }, 5],
    ['no time', { iat: 'soon' }, null],
    ['in milliseconds', { iat: T * 1000 }, null],
  ])('are so many seconds apart: %s', (_, claims, apart) => {
    expect(row(authToken({ iat: T }), authToken(claims), 'iat')?.apart).toBe(apart);
  });

  test('are no other claims, though they are numbers', () => {
    expect(row(authToken({ shoe: 1 }), authToken({ shoe: 2 }), 'shoe')?.apart).toBe(null);
  });
});

describe('two texts are taken apart', () => {
  test.each([
    ['www.example.com', 'example.com', ['', 'www.', '', 'example.com']],
    ['abcd', 'abXd', ['ab', 'c', 'X', 'd']],
    ['aaa', 'aaaa', ['aaa', '', 'a', '']],
    ['same', 'same', ['same', '', '', '']],
    ['', 'x', ['', '', 'x', '']],
    ['🙂', '🙃', ['', '🙂', '🙃', '']],
  ])('%j and %j', (first, second, [head, a, b, tail]) => {
    expect(takeApart(first, second)).toEqual({ head, first: a, second: b, tail });
  });
});
