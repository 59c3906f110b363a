import { findPlace, PLACES, parseCoordinate, regionAround } from './places.ts';

type Query = URLSearchParams;

/** A service endpoint: what it needs and what it answers. */
export type Service = {
  /** Parameters without which the answer is 400. */
  readonly required: readonly string[];
  /** The 200 body for a sound query; `id` is what follows `/v1/place/`. */
  readonly answer: (query: Query, id: string) => object;
};

const [HOME] = PLACES;
const METERS = 2140;
const SECONDS = 318;

const geocode = (query: Query) => ({ results: [findPlace(query.get('q') ?? '')] });

const reverseGeocode = (query: Query) => ({
  results: [{ ...HOME, coordinate: parseCoordinate(query.get('loc') ?? '') ?? HOME.coordinate }],
});

const search = () => ({
  displayMapRegion: regionAround(HOME.coordinate),
  results: PLACES.filter(({ poiCategory }) => poiCategory !== undefined),
});

const searchAutocomplete = (query: Query) => ({
  results: PLACES.slice(1).map(({ name, coordinate, structuredAddress }) => ({
    completionUrl: `/v1/search?q=${encodeURIComponent(name)}&metadata=${encodeURIComponent(query.get('q') ?? '')}`,
    displayLines: [name, 'Springfield, IL'],
    location: coordinate,
    structuredAddress,
  })),
});

const directions = (query: Query) => {
  const transportType = (query.get('transportType') ?? 'Automobile').toUpperCase();
  const leg = { distanceMeters: METERS, durationSeconds: SECONDS, transportType };
  return {
    origin: findPlace(query.get('origin') ?? ''),
    destination: findPlace(query.get('destination') ?? ''),
    routes: [{ name: 'Mill Street', ...leg, stepIndexes: [0], hasTolls: false }],
    steps: [{ stepPathIndex: 0, ...leg, instructions: 'Follow Mill Street' }],
    stepPaths: [PLACES.slice(0, 2).map(({ coordinate }) => coordinate)],
  };
};

const etas = (query: Query) => ({
  etas: (query.get('destinations') ?? '').split('|').map((text, index) => ({
    destination: parseCoordinate(text) ?? HOME.coordinate,
    transportType: (query.get('transportType') ?? 'Automobile').toUpperCase(),
    distanceMeters: METERS * (index + 1),
    expectedTravelTimeSeconds: SECONDS * (index + 1),
    staticTravelTimeSeconds: (SECONDS - 30) * (index + 1),
  })),
});

const knownPlace = (id: string) => PLACES.find((place) => place.id === id || place.alternateIds.includes(id));

const notFoundError = (id: string) => ({ errorCode: 'FAILED_NOT_FOUND', id });

function lookUp<T>(query: Query, pick: (place: (typeof PLACES)[0]) => T) {
  const ids = (query.get('ids') ?? '').split(',');
  return {
    results: ids.flatMap((id) => knownPlace(id) ?? []).map(pick),
    errors: ids.filter((id) => !knownPlace(id)).map(notFoundError),
  };
}

/** The services of `maps-api.apple.com/v1/` by name. */
export const serverServices: Readonly<Record<string, Service>> = {
  geocode: { required: ['q'], answer: geocode },
  reverseGeocode: { required: ['loc'], answer: reverseGeocode },
  search: { required: ['q'], answer: search },
  searchAutocomplete: { required: ['q'], answer: searchAutocomplete },
  // Apple's own Java sample spells it so.
  searchAutoComplete: { required: ['q'], answer: searchAutocomplete },
  directions: { required: ['origin', 'destination'], answer: directions },
  etas: { required: ['origin', 'destinations'], answer: etas },
  place: { required: ['ids'], answer: (query) => lookUp(query, (found) => found) },
  'place/{id}': { required: [], answer: (_query, id) => knownPlace(id) ?? notFoundError(id) },
  'place/alternateIds': {
    required: ['ids'],
    answer: (query) => lookUp(query, ({ id, alternateIds }) => ({ id, alternateIds })),
  },
};
