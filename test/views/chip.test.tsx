import { describe, expect, it } from 'vitest';
import { fingerprint, readToken } from '../../src/core/index.ts';
import { Chip, NoTokenChip } from '../../src/views/shared/chip.tsx';
import { accessToken, authToken, HOSTILE } from './entries.ts';
import { at, markup, textOf } from './reader.tsx';

const auth = readToken(authToken());
const seconds = (hours: number, minutes: number, second = 0) => at(hours, minutes, second) / 1000;

describe('a chip', () => {
  it.each([
    ['in the middle of its life', auth, seconds(9, 5, 12), 'good', '0.173', 'used 5:12 into 30:00'],
    ['after its end', auth, seconds(9, 30, 22), 'ended', '1.000', 'used 22 s after its end'],
    ['before it was made', auth, seconds(8, 59, 50), 'early', '0.000', 'used 10 s before it was made'],
    [
      'without an end',
      readToken(authToken({ claims: { exp: undefined } })),
      seconds(9, 5),
      'open',
      '0.000',
      '',
    ],
  ])('says that the token was used %s', (_, token, usedAt, when, share, words) => {
    const html = markup(<Chip token={token} usedAt={usedAt} />);
    expect(html).toContain(`data-when="${when}"`);
    expect(html).toMatch(new RegExp(`--at: ?${share}`));
    expect(html).toContain(words);
  });

  it('has no bar where no use is told, or no time can be read', () => {
    expect(markup(<Chip token={auth} />)).not.toContain('data-when');
    const timeless = readToken(authToken({ claims: { iat: 'x', exp: 'y' } }));
    expect(markup(<Chip token={timeless} usedAt={seconds(9, 5)} />)).not.toContain('data-when');
  });

  it.each([
    ['auth', auth],
    ['access', readToken(accessToken())],
    ['token', readToken('not.a.token')],
  ])('says %s and the last four characters', (kind, token) => {
    expect(textOf(markup(<Chip token={token} />))).toBe(`${kind}${token.lastFour}`);
  });

  it('takes hue and spine from the text of the token alone', () => {
    for (let mark = 0; mark < 40; mark++) {
      const token = readToken(authToken({ mark }));
      const folded = (fingerprint(token.raw) ^ (fingerprint(token.raw) >>> 16)) >>> 0;
      const html = markup(<Chip token={token} />);
      expect(html).toContain(`data-hue="${folded % 8}"`);
      expect(html).toContain(`data-spine="${1 + ((folded >>> 8) % 3)}"`);
    }
  });

  it('stays text', () => {
    expect(markup(<Chip token={readToken(HOSTILE)} />)).not.toContain('<img');
  });

  it('stands for a missing token too', () => {
    expect(textOf(markup(<NoTokenChip />))).toBe('none');
  });
});
