/** Invented places in an invented Springfield, in the shapes of the Apple Maps Server API. */

export type Coordinate = { readonly latitude: number; readonly longitude: number };

export type Place = {
  readonly id: string;
  readonly alternateIds: readonly string[];
  readonly name: string;
  readonly coordinate: Coordinate;
  readonly displayMapRegion: Record<`${'east' | 'west'}Longitude` | `${'north' | 'south'}Latitude`, number>;
  readonly formattedAddressLines: readonly string[];
  readonly structuredAddress: Record<string, string>;
  readonly country: string;
  readonly countryCode: string;
  readonly poiCategory?: string;
};

const HALF_SIDE_DEGREES = 0.0045;

function place(number: number, name: string, street: string, at: Coordinate, poiCategory?: string): Place {
  const [, subThoroughfare = '', thoroughfare = ''] = /^(\d+) (.+)$/.exec(street) ?? [];
  return {
    id: `I5F1E1D00000000${number}`,
    alternateIds: [`IA17E12A7E00000${number}`],
    name,
    coordinate: at,
    displayMapRegion: regionAround(at),
    formattedAddressLines: [street, 'Springfield, IL 62701', 'United States'],
    structuredAddress: {
      administrativeArea: 'Illinois',
      administrativeAreaCode: 'IL',
      locality: 'Springfield',
      postCode: '62701',
      subThoroughfare,
      thoroughfare,
      fullThoroughfare: street,
    },
    country: 'United States',
    countryCode: 'US',
    ...(poiCategory === undefined ? {} : { poiCategory }),
  };
}

export const PLACES: readonly [Place, ...Place[]] = [
  place(1, 'Springfield Town Hall', '1 Evergreen Square', { latitude: 39.8003, longitude: -89.6437 }),
  place(2, 'Meadow Bakery', '12 Mill Street', { latitude: 39.8021, longitude: -89.6462 }, 'Bakery'),
  place(3, 'Riverside Library', '40 Harbour Road', { latitude: 39.7984, longitude: -89.6401 }, 'Library'),
  place(4, 'Old Station Cafe', '7 Station Lane', { latitude: 39.8047, longitude: -89.6419 }, 'Cafe'),
];

/** The box of about one kilometre around a coordinate, as `displayMapRegion`. */
export function regionAround({ latitude, longitude }: Coordinate): Place['displayMapRegion'] {
  return {
    southLatitude: latitude - HALF_SIDE_DEGREES,
    westLongitude: longitude - HALF_SIDE_DEGREES,
    northLatitude: latitude + HALF_SIDE_DEGREES,
    eastLongitude: longitude + HALF_SIDE_DEGREES,
  };
}

/** Reads `lat,lng`; undefined for any other text. */
export function parseCoordinate(text: string): Coordinate | undefined {
  const match = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(text);
  return match ? { latitude: Number(match[1]), longitude: Number(match[2]) } : undefined;
}

/** The place that a query names, or the town hall under the query's own words. */
export function findPlace(query: string): Place {
  const word = query.toLowerCase();
  return PLACES.find(({ name }) => name.toLowerCase().includes(word)) ?? { ...PLACES[0], name: query };
}
