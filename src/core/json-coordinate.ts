/** Coordinates and map regions in answers, as one line of text with the digits that were sent. */
import { childrenOf, type JsonOutline, kindOf, nameOf, textOf } from './json-outline.ts';

/**
 * Of the Server API (Location, MapRegion) and of the services behind MapKit JS. A region's edges stand in the order that
 * the parameter `searchRegion` asks for: north, east, south, west.
 */
const FORMS = [
  ['latitude', 'longitude'],
  ['lat', 'lng'],
  ['northLatitude', 'eastLongitude', 'southLatitude', 'westLongitude'],
  ['northLat', 'eastLng', 'southLat', 'westLng'],
];

/** An object that holds more than a coordinate and its altitude or accuracy is a place with its own JSON. */
const EXTRA = 2;
const MOST_MEMBERS = 4 + EXTRA;

/** A longer number is no coordinate. */
const LONGEST = 32;

/** `44.0462, -123.0220` for an object that is a coordinate or a region, otherwise null. */
export function coordinateOf(outline: JsonOutline, node: number): string | null {
  const size = outline.childCount[node] ?? 0;
  if (size < 2 || size > MOST_MEMBERS || kindOf(outline, node) !== 'object') return null;
  const members = childrenOf(outline, node).map((child) => [nameOf(outline, child), child] as const);
  for (const names of FORMS) {
    if (size > names.length + EXTRA) continue;
    const numbers = names.map((name) => {
      const [first, second] = members.filter(([candidate]) => candidate === name);
      // A name that stands twice does not say which number it means.
      return first === undefined || second !== undefined ? null : numberOf(outline, first[1]);
    });
    if (numbers.every((number) => number !== null)) return numbers.join(', ');
  }
  return null;
}

function numberOf(outline: JsonOutline, node: number): string | null {
  const length = (outline.end[node] ?? 0) - (outline.start[node] ?? 0);
  return kindOf(outline, node) === 'number' && length <= LONGEST ? textOf(outline, node) : null;
}
