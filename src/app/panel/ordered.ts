/**
 * Lists that are kept in order while they change. A new list is made for each change, so that whoever holds the old one
 * keeps it; what it costs depends on the change and on copying pointers, not on comparing the whole list.
 */

/** Total: two different members never compare as 0. */
export type Compare<T> = (a: T, b: T) => number;

/** Beyond this many edits one pass over the list is cheaper than looking each of them up. */
const FEW = 32;

/** The list without `gone` and with `fresh`, which come in any order. Members of `gone` that it lacks are passed over. */
export function edited<T>(
  list: readonly T[],
  gone: readonly T[],
  fresh: readonly T[],
  compare: Compare<T>,
): readonly T[] {
  if (gone.length === 0 && fresh.length === 0) return list;
  const rest = without(list, gone, compare);
  if (fresh.length > FEW && !areAllBehind(rest, fresh, compare)) return [...rest, ...fresh].sort(compare);
  for (const member of fresh.toSorted(compare)) {
    const last = rest.at(-1);
    if (last === undefined || compare(last, member) < 0) rest.push(member);
    else rest.splice(placeOf(rest, member, compare), 0, member);
  }
  return rest;
}

/** Where the member stands, or would stand. */
export function placeOf<T>(list: readonly T[], member: T, compare: Compare<T>): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(list[middle] as T, member) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function without<T>(list: readonly T[], gone: readonly T[], compare: Compare<T>): T[] {
  if (gone.length > FEW) {
    const set = new Set(gone);
    return list.filter((member) => !set.has(member));
  }
  const rest = list.slice();
  for (const member of gone) {
    const at = placeOf(rest, member, compare);
    if (rest[at] === member) rest.splice(at, 1);
  }
  return rest;
}

function areAllBehind<T>(list: readonly T[], fresh: readonly T[], compare: Compare<T>): boolean {
  const last = list.at(-1);
  return last === undefined || fresh.every((member) => compare(last, member) < 0);
}
