import { describe, expect, test } from 'vitest';
import { createNewsDesk } from '../../../src/app/panel/news.ts';
import { asked, BOOTSTRAP, GEOCODE, NOW, refused } from '../../fixtures/entries.ts';
import { rowsOf } from '../../fixtures/rows.ts';
import { accessToken, authToken } from '../../fixtures/tokens.ts';

const two = () =>
  rowsOf(
    refused(GEOCODE, accessToken(), { id: '1' }),
    refused(BOOTSTRAP, authToken(), { id: '2', startedAt: NOW + 1 }),
  );

describe('the news', () => {
  test('are none where all is well', () => {
    const desk = createNewsDesk();
    desk.edit(rowsOf(asked(GEOCODE, accessToken())), []);
    expect(desk.news.value).toBeNull();
  });

  test('tell refusals that came in together as one, with the last of them', () => {
    const desk = createNewsDesk();
    desk.edit(two(), []);
    expect(desk.news.value).toMatchObject({ count: 2, last: { id: '2' } });
  });

  test('tell a refusal once, however often its request is told of', () => {
    const desk = createNewsDesk();
    desk.edit(two(), []);
    const { value } = desk.news;
    desk.edit(two(), []);
    expect(desk.news.value).toBe(value);
  });

  test('tell the tries of one failure once', () => {
    const desk = createNewsDesk();
    const tries = rowsOf(
      ...[1, 2, 3].map((n) => refused(BOOTSTRAP, authToken(), { id: String(n), startedAt: NOW + n * 40 })),
    );
    for (const row of tries) desk.edit([row], []);
    expect(desk.news.value).toMatchObject({ count: 1, last: { id: '1' } });
  });

  test('tell a request that is refused only in a newer version', () => {
    const desk = createNewsDesk();
    desk.edit(rowsOf(asked(GEOCODE, accessToken(), { id: '1' })), []);
    desk.edit(rowsOf(refused(GEOCODE, accessToken(), { id: '1' })), []);
    expect(desk.news.value).toMatchObject({ count: 1, last: { id: '1' } });
  });

  test('keep nothing of a log that was cleared', () => {
    const desk = createNewsDesk();
    desk.edit(two(), []);
    desk.edit([], ['1']);
    expect(desk.news.value).toMatchObject({ count: 2 });
    desk.edit([], ['2']);
    expect(desk.news.value).toBeNull();
    desk.edit(two(), []);
    expect(desk.news.value).toMatchObject({ count: 2 });
  });
});
