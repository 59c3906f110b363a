import { describe, expect, it } from 'vitest';
import { createFormat } from '../../src/views/shared/format.ts';
import { at, NOW, strings } from './reader.tsx';

const format = createFormat(strings, () => NOW);

describe('spans', () => {
  it.each([
    [0, '0 s'],
    [0.25, '250 ms'],
    [1.8, '1.8 s'],
    [9.99, '9.9 s'],
    [22, '22 s'],
    [22.7, '22 s'],
    [59.9, '59 s'],
    [60, '1:00'],
    [312, '5:12'],
    [1702, '28:22'],
    [1800, '30:00'],
    [3723, '1:02:03'],
    [86_399, '23:59:59'],
    [86_400, '1 d 0 h'],
    [273_600, '3 d 4 h'],
    [31_536_000 + 86_400, '1 y 1 d'],
    [-22, '22 s'],
  ])('writes %d seconds as “%s”', (seconds, text) => {
    expect(format.duration(seconds)).toBe(text);
  });

  it.each([
    [22, '0:22'],
    [0, '0:00'],
    [1702, '28:22'],
    [273_600, '3 d 4 h'],
  ])('keeps the form of a running clock at %d seconds: “%s”', (seconds, text) => {
    expect(format.countdown(seconds)).toBe(text);
  });

  it.each([
    [0, ''],
    [91.4, '91 ms'],
    [999, '999 ms'],
    [1830, '1.8 s'],
    [20_000, '20 s'],
  ])('writes how long %d ms took as “%s”', (ms, text) => {
    expect(format.took(ms)).toBe(text);
  });
});

describe('moments', () => {
  it('names today, and stands alone in a sentence without it', () => {
    expect(format.instant(at(9, 30) / 1000)).toBe('today, 09:30:00');
    expect(format.moment(at(9, 30) / 1000)).toBe('09:30:00');
  });

  it('gives other days their date', () => {
    const yesterday = at(9, 30) / 1000 - 86_400;
    expect(format.instant(yesterday)).toBe('22 Nov 2026, 09:30:00');
    expect(format.moment(yesterday)).toBe('22 Nov 2026, 09:30:00');
  });

  it('gives the list a time to the second, and its fraction apart', () => {
    expect(format.time(at(9, 5, 12, 31))).toBe('09:05:12');
    expect(format.fraction(at(9, 5, 12, 31))).toBe('.031');
  });

  it('has midnight as 00, not 24', () => {
    expect(format.time(at(0, 0))).toBe('00:00:00');
  });
});

it('writes counts without marks between the digits, as devtools do', () => {
  expect(format.count(12_345)).toBe('12345');
});
