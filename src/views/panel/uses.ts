/** The uses of one token, as marks on its life line. */
import type { Row } from '../../app/panel/rows.ts';
import { type LifeState, lifeShare, lifeState, lifetimeOf, type Token } from '../../core/index.ts';

export interface UseMark {
  readonly share: number;
  readonly when: LifeState;
  readonly refused: boolean;
  readonly isThis: boolean;
  /** Uses too close to be drawn apart. */
  readonly count: number;
}

/** Marks closer than this share of the line would cover each other. */
const APART = 1 / 40;

/** @param uses the requests that carried the token */
export function marksOf(token: Token, uses: readonly Row[], thisId: string): readonly UseMark[] {
  const lifetime = lifetimeOf(token);
  const marks: UseMark[] = [];
  for (const { id, subject, mark } of uses) {
    const use = {
      share: lifeShare(lifetime, subject.usedAt),
      when: lifeState(lifetime, subject.usedAt),
      refused: mark === 'refused',
      isThis: id === thisId,
      count: 1,
    };
    const near = marks.findIndex(
      (other) =>
        other.when === use.when && other.refused === use.refused && Math.abs(other.share - use.share) < APART,
    );
    const other = marks[near];
    if (other === undefined) marks.push(use);
    else
      marks[near] = {
        ...(use.isThis ? use : other),
        isThis: use.isThis || other.isThis,
        count: other.count + 1,
      };
  }
  return marks;
}
