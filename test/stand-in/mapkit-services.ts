import { findPlace, PLACES, type Place, parseCoordinate } from './places.ts';
import type { Service } from './server-services.ts';

/** The services of `api.apple-mapkit.com/v1/` by name: other field names than the Server API's. */

const [HOME] = PLACES;

function mapkitPlace({ id, name, coordinate, displayMapRegion, formattedAddressLines, countryCode }: Place) {
  return {
    muid: id,
    name,
    center: { lat: coordinate.latitude, lng: coordinate.longitude },
    displayMapRegion: {
      southLat: displayMapRegion.southLatitude,
      westLng: displayMapRegion.westLongitude,
      northLat: displayMapRegion.northLatitude,
      eastLng: displayMapRegion.eastLongitude,
    },
    formattedAddressLines,
    countryCode,
  };
}

const all = () => ({ results: PLACES.map(mapkitPlace) });

const route = { distanceMeters: 2140, expectedTravelTimeSeconds: 318 };

export const mapkitServices: Readonly<Record<string, Service>> = {
  geocode: {
    required: ['q'],
    answer: (query) => ({ results: [mapkitPlace(findPlace(query.get('q') ?? ''))] }),
  },
  reverseGeocode: {
    required: ['loc'],
    answer: (query) => {
      const coordinate = parseCoordinate(query.get('loc') ?? '') ?? HOME.coordinate;
      return { results: [mapkitPlace({ ...HOME, coordinate })] };
    },
  },
  search: { required: ['q'], answer: all },
  searchAutocomplete: {
    required: ['q'],
    answer: () => ({ results: PLACES.map(({ name }) => ({ displayLines: [name, 'Springfield, IL'] })) }),
  },
  directions: {
    required: ['origin', 'destination'],
    answer: () => ({ routes: [{ name: 'Mill Street', ...route }] }),
  },
  etas: { required: ['origin', 'destinations'], answer: () => ({ etas: [route] }) },
  nearbyPoi: { required: ['center'], answer: all },
  place: { required: [], answer: () => ({ results: [mapkitPlace(HOME)] }) },
};
