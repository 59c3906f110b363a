import { describe, expect, test } from 'vitest';
import { targetOf } from '../../../src/app/panel/token-lines.ts';
import { asked, EXCHANGE, entryOf, json, NOW, refused } from '../../fixtures/entries.ts';
import { ACCESS, AUTH, exchange, many, plant, use } from '../../fixtures/token-trees.ts';
import { accessToken, T } from '../../fixtures/tokens.ts';

describe('the tree', () => {
  test('leads from auth token over answer and access token to its requests', () => {
    const { drawn, all } = plant(exchange('e'), use('a', 10), use('b', 20));
    expect(drawn()).toEqual(['[auth 1/0]', 'le', 'gl[access 2/0]', 'ggxa', 'gglb']);
    expect(all().map(({ level }) => level)).toEqual([1, 2, 3, 4, 4]);
  });

  test('has the lines of those that have more to come', () => {
    const { drawn } = plant(
      exchange('e'),
      use('a', 10),
      exchange('f', accessToken({ iat: T }), 30),
      use('b', 40, accessToken({ iat: T })),
    );
    expect(drawn()).toEqual(['[auth 2/0]', 'xe', 'pl[access 1/0]', 'pgla', 'lf', 'gl[access 1/0]', 'gglb']);
  });

  test('has tokens at its root whose birth was not seen', () => {
    const { drawn } = plant(use('a'), use('b', 1, accessToken({ iat: T })));
    expect(drawn()).toEqual(['[access 1/0]', 'la', '[access 1/0]', 'lb']);
  });

  test('has the answer at its root where nobody knows for which token it was given', () => {
    const { drawn } = plant(
      entryOf({ id: 'e', url: EXCHANGE, body: json({ accessToken: ACCESS }) }),
      use('a', 1),
    );
    expect(drawn()).toEqual(['e', 'l[access 1/0]', 'gla']);
  });

  test('folds the repeats of one incident, and keeps other refusals apart', () => {
    const times = [0, 50, 100, 9_000];
    const { drawn } = plant(
      ...times.map((at) => refused(EXCHANGE, AUTH, { id: `r${at}`, startedAt: NOW + at })),
    );
    expect(drawn()).toEqual(['[auth 4/4]', 'xr0×3', 'lr9000']);
  });

  test('draws a token that two answers handed out under the first', () => {
    const { drawn } = plant(exchange('e'), exchange('f', ACCESS, 10), use('a', 20));
    expect(drawn()).toEqual(['[auth 2/0]', 'xe', 'pl[access 1/0]', 'pgla', 'lf']);
  });

  test('finds each of its lines again, and none that is hidden or gone', () => {
    const both = entryOf({
      id: 'both',
      requestHeaders: [
        ['Authorization', `Bearer ${AUTH}`],
        ['X-Maps-Access-Token', ACCESS],
      ],
    });
    const { tree, all, line } = plant(exchange('e'), use('a', 10), use('b', 20), both, ...many(3, AUTH));
    const { lines } = tree;
    expect(all().map(({ id }) => lines.value.indexOf(id))).toEqual([...all().keys()]);
    expect(plant(exchange('e')).tree.lines.value.at(3)).toBe(undefined);
    const { id } = line(3);
    tree.setOpen(line(2).id, false);
    expect([id, 't9', 't1 nothing'].map((wanted) => lines.value.indexOf(wanted))).toEqual([-1, -1, -1]);
    expect([lines.value.at(-1), lines.value.at(lines.value.length)]).toEqual([undefined, undefined]);
  });

  test('draws a circle without an end', () => {
    const { drawn } = plant(asked(EXCHANGE, 'aaaa', { id: 'e', body: json({ accessToken: 'aaaa' }) }));
    expect(drawn()).toEqual(['[unknown 1/0]', 'le']);
  });

  test('draws a descent over several tokens in one', () => {
    const steps = ['a', 'b', 'c'].map((token, n) =>
      asked(EXCHANGE, token, { id: `e${n}`, body: json({ accessToken: `${'abcd'[n + 1]}` }) }),
    );
    expect(
      plant(...steps)
        .all()
        .map(({ level }) => level),
    ).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('draws a long descent in pieces, each token once', () => {
    const steps = Array.from({ length: 30 }, (_, n) =>
      asked(EXCHANGE, `token${n}`, { id: `e${n}`, body: json({ accessToken: `token${n + 1}` }) }),
    );
    const { all } = plant(...steps);
    const tokens = all().flatMap((line) => (line.kind === 'token' ? line.record.id : []));
    expect(tokens).toHaveLength(31);
    expect(new Set(tokens).size).toBe(31);
    expect(Math.max(...all().map(({ level }) => level))).toBeLessThan(20);
  });
});

describe('keys', () => {
  const { tree } = plant(exchange('e'), use('a', 10), use('b', 20));
  const lines = tree.lines.value;

  test.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 0, 0],
    ['ArrowUp', 3, 2],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['PageDown', 0, 2],
    ['PageDown', 4, 4],
    ['PageUp', 4, 2],
    ['PageUp', 1, 0],
    ['ArrowLeft', 4, 2],
    ['ArrowLeft', 2, 1],
    ['ArrowLeft', 0, -1],
    ['ArrowRight', 2, 3],
    ['ArrowRight', 4, -1],
    ['a', 0, -1],
  ])('%s leads from line %d to %d', (key, from, to) => {
    expect(targetOf(lines, from, key, 2)).toBe(to);
  });

  test('lead nowhere in an empty tree', () => {
    expect(['Home', 'End', 'ArrowDown'].map((key) => targetOf(plant().tree.lines.value, -1, key, 2))).toEqual(
      [-1, -1, -1],
    );
  });
});
