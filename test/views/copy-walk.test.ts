import { describe, expect, it } from 'vitest';
import { stepOf } from '../../src/views/panel/copy-walk.ts';

describe('a key that moves the mark', () => {
  it.each([
    ['ArrowDown', -1, 2, 'to the first in view, where none is marked'],
    ['ArrowDown', 0, 1, 'to the next'],
    ['ArrowDown', 4, null, 'nowhere from the last'],
    ['ArrowUp', -1, null, 'nowhere, where none is marked'],
    ['ArrowUp', 3, 2, 'to the one before'],
    ['ArrowUp', 0, null, 'nowhere from the first'],
    ['Home', 3, 0, 'to the first'],
    ['End', -1, 4, 'to the last'],
    ['PageDown', 1, null, 'nowhere, being another key'],
  ] as const)('%s at %d of five leads to %s: %s', (key, at, to, _) => {
    expect(stepOf(key, at, 5, 2)).toBe(to);
  });

  it.each(['ArrowDown', 'ArrowUp', 'Home', 'End'])('%s leads nowhere where nothing can be copied', (key) => {
    expect(stepOf(key, -1, 0, 0)).toBeNull();
  });
});
