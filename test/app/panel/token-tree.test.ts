import { describe, expect, test } from 'vitest';
import { ACCESS, AUTH, exchange, many, plant, use } from '../../fixtures/token-trees.ts';

describe('open and closed', () => {
  test('a token hides what descends from it when it is closed', () => {
    const { drawn, tree, line } = plant(exchange('e'), use('a', 10));
    tree.setOpen(line(1).id, false);
    expect(drawn()).toEqual(['[auth 1/0]', 'le']);
    tree.setOpen(line(0).id, false);
    expect(drawn()).toEqual(['[auth 1/0]']);
    tree.setOpen(line(0).id, true);
    expect(drawn()).toEqual(['[auth 1/0]', 'le']);
  });

  test('nothing can be opened where nothing descends', () => {
    const { all } = plant(exchange('e'));
    expect(all().map(({ open }) => open)).toEqual([true, true, null]);
  });

  test('a token with many uses starts closed, one with few does not', () => {
    expect(plant(...many(9)).drawn()).toEqual(['[access 9/0]']);
    expect(plant(...many(8)).drawn()).toHaveLength(9);
  });

  test('a token that issued others starts open however often it was used', () => {
    expect(plant(...many(20, AUTH), exchange('e')).drawn()).toHaveLength(23);
  });

  test('no token snaps shut while its uses come in, until the view is shown anew', () => {
    const { drawn, tell, tree } = plant(...many(8));
    drawn();
    tell(use('more', 500));
    expect(drawn()).toHaveLength(10);
    tree.show();
    expect(drawn()).toHaveLength(1);
  });

  test('what the user opened stays open', () => {
    const { drawn, tree, line } = plant(...many(9));
    tree.setOpen(line(0).id, true);
    tree.show();
    expect(drawn()).toHaveLength(10);
  });
});

describe('what is chosen', () => {
  test('is a token or a request, and goes with it', () => {
    const { book, tree, line } = plant(exchange('e'), use('with space', 10));
    tree.choose(line(2).id);
    expect(tree.chosen.value).toMatchObject({ kind: 'token', record: { token: { kind: 'access' } } });
    tree.choose(line(3).id);
    expect(tree.chosen.value).toMatchObject({ kind: 'request', row: { id: 'with space' } });
    const row = book.rowWith('with space');
    book.apply([], row === null ? [] : [row]);
    expect(tree.chosen.value).toBe(null);
  });

  test('is revealed in whatever hides it', () => {
    const { tree, line, recordOf } = plant(exchange('e'), ...many(9));
    tree.setOpen(line(1).id, false);
    tree.setOpen(line(0).id, false);
    const issued = recordOf(ACCESS);
    tree.reveal(issued);
    expect(tree.lines.value.indexOf(issued.id)).toBe(2);
    expect([tree.chosenId.value, tree.cursor.value, tree.asksFocus.value]).toEqual([
      issued.id,
      issued.id,
      true,
    ]);
  });

  test('is compared with the token that is marked', () => {
    const { tree, recordOf } = plant(exchange('e'));
    tree.choose(recordOf(AUTH).id);
    tree.mark(recordOf(ACCESS));
    expect([tree.marked.value, tree.tab.value]).toEqual([recordOf(ACCESS), 'compare']);
    tree.mark(recordOf(ACCESS));
    expect(tree.marked.value).toBe(null);
  });

  test('is the token that is marked first, and never compared with itself', () => {
    const { tree, recordOf } = plant(exchange('e'));
    tree.mark(recordOf(AUTH));
    tree.mark(recordOf(AUTH));
    expect([tree.chosenId.value, tree.marked.value, tree.tab.value]).toEqual([
      recordOf(AUTH).id,
      null,
      'overview',
    ]);
    tree.mark(recordOf(ACCESS));
    tree.choose(recordOf(ACCESS).id);
    expect(tree.marked.value).toBe(null);
  });
});
