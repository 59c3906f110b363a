import { describe, expect, it } from 'vitest';
import { coordinateOf, outlineOf } from '../../src/core/index.ts';

function coordinate(json: string): string | null {
  const result = outlineOf(json);
  return result.ok ? coordinateOf(result.outline, 0) : 'broken';
}

describe('a coordinate', () => {
  it.each([
    ['with the digits that were sent', '{"latitude":44.0462,"longitude":-123.0220}', '44.0462, -123.0220'],
    ['in the other order', '{"longitude":-123.0220,"latitude":44.0462}', '44.0462, -123.0220'],
    ['of the services behind MapKit JS', '{"lat":1e1,"lng":2}', '1e1, 2'],
    ['with its altitude', '{"latitude":1,"longitude":2,"altitude":3}', '1, 2'],
    [
      'of a region, as searchRegion takes it',
      '{"southLatitude":3,"westLongitude":4,"northLatitude":1,"eastLongitude":2}',
      '1, 2, 3, 4',
    ],
    ['of a region behind MapKit JS', '{"southLat":3,"westLng":4,"northLat":1,"eastLng":2}', '1, 2, 3, 4'],
  ])('is one text %s', (_, json, text) => {
    expect(coordinate(json)).toBe(text);
  });

  it.each([
    ['one of its numbers is missing', '{"latitude":1,"lng":2}'],
    ['its numbers are strings', '{"latitude":"1","longitude":"2"}'],
    ['a name stands twice', '{"latitude":1,"latitude":2,"longitude":3}'],
    ['its object holds a place', '{"latitude":1,"longitude":2,"a":1,"b":2,"c":3}'],
    ['it is a list', '[1,2]'],
    ['a number has no end', `{"latitude":1${'0'.repeat(40)},"longitude":2}`],
  ])('is none where %s', (_, json) => {
    expect(coordinate(json)).toBeNull();
  });
});
