/**
 * The query parameters of each Apple Maps Server API endpoint, as Apple documents them (one page per endpoint under
 * developer.apple.com/documentation/applemapsserverapi).
 */
import type { EndpointId } from './endpoints.ts';

export type ParameterForm =
  | { readonly kind: 'text' }
  /** BCP 47. */
  | { readonly kind: 'language' }
  /** `lat,lng` in degrees. */
  | { readonly kind: 'coordinate' }
  /** `lat,lng` or an address. */
  | { readonly kind: 'place' }
  /** One to ten `lat,lng`, a vertical bar between them. */
  | { readonly kind: 'coordinates' }
  /** `north,east,south,west` in degrees. */
  | { readonly kind: 'region' }
  /** ISO 3166-1 alpha-2, commas between them. */
  | { readonly kind: 'countries' }
  | { readonly kind: 'boolean' }
  /** ISO 8601 in UTC. */
  | { readonly kind: 'date' }
  /** Comma list of free texts. */
  | { readonly kind: 'list' }
  | { readonly kind: 'one-of'; readonly words: readonly string[] }
  | { readonly kind: 'some-of'; readonly words: readonly string[] };

export interface ParameterTable {
  readonly required: readonly string[];
  /** Pairs that Apple refuses together. */
  readonly conflicts: readonly (readonly [string, string])[];
  readonly forms: Readonly<Record<string, ParameterForm>>;
}

const text = { kind: 'text' } as const;
const language = { kind: 'language' } as const;
const coordinate = { kind: 'coordinate' } as const;
const region = { kind: 'region' } as const;
const date = { kind: 'date' } as const;
const list = { kind: 'list' } as const;
const yesOrNo = { kind: 'boolean' } as const;
const countries = { kind: 'countries' } as const;

const AREA = { searchLocation: coordinate, searchRegion: region, userLocation: coordinate } as const;
const AREAS_CONFLICT = [['searchLocation', 'searchRegion']] as const;
const DATES_CONFLICT = [['arrivalDate', 'departureDate']] as const;

const ADDRESS_CATEGORIES = [
  'Country',
  'AdministrativeArea',
  'SubAdministrativeArea',
  'Locality',
  'SubLocality',
  'PostalCode',
];
const RESULT_TYPES = ['poi', 'address', 'physicalFeature', 'pointOfInterest'];

const SEARCH = {
  q: text,
  lang: language,
  limitToCountries: countries,
  includePoiCategories: list,
  excludePoiCategories: list,
  includeAddressCategories: { kind: 'some-of', words: ADDRESS_CATEGORIES },
  excludeAddressCategories: { kind: 'some-of', words: ADDRESS_CATEGORIES },
  searchRegionPriority: { kind: 'one-of', words: ['default', 'required'] },
  ...AREA,
} as const;

export const PARAMETERS: Readonly<Partial<Record<EndpointId, ParameterTable>>> = {
  geocode: {
    required: ['q'],
    conflicts: AREAS_CONFLICT,
    forms: { q: text, lang: language, limitToCountries: countries, ...AREA },
  },
  reverseGeocode: { required: ['loc'], conflicts: [], forms: { loc: coordinate, lang: language } },
  search: {
    required: ['q'],
    conflicts: AREAS_CONFLICT,
    forms: {
      ...SEARCH,
      resultTypeFilter: { kind: 'some-of', words: RESULT_TYPES },
      enablePagination: yesOrNo,
      pageToken: text,
    },
  },
  searchAutocomplete: {
    required: ['q'],
    conflicts: AREAS_CONFLICT,
    forms: { ...SEARCH, resultTypeFilter: { kind: 'some-of', words: [...RESULT_TYPES, 'query'] } },
  },
  directions: {
    required: ['origin', 'destination'],
    conflicts: [...DATES_CONFLICT, ...AREAS_CONFLICT],
    forms: {
      origin: { kind: 'place' },
      destination: { kind: 'place' },
      arrivalDate: date,
      departureDate: date,
      avoid: { kind: 'some-of', words: ['Tolls'] },
      lang: language,
      requestsAlternateRoutes: yesOrNo,
      transportType: { kind: 'one-of', words: ['Automobile', 'Walking', 'Cycling'] },
      ...AREA,
    },
  },
  etas: {
    required: ['origin', 'destinations'],
    conflicts: DATES_CONFLICT,
    forms: {
      origin: coordinate,
      destinations: { kind: 'coordinates' },
      transportType: { kind: 'one-of', words: ['Automobile', 'Transit', 'Walking', 'Cycling'] },
      departureDate: date,
      arrivalDate: date,
    },
  },
  place: { required: [], conflicts: [], forms: { lang: language } },
  places: { required: ['ids'], conflicts: [], forms: { ids: list, lang: language } },
  alternateIds: { required: ['ids'], conflicts: [], forms: { ids: list } },
};

/** Why a value does not fit its parameter; null where it does. */
export type FormFault = 'empty' | 'form' | 'range' | 'word' | 'too-many';

const DESTINATIONS_AT_MOST = 10;

export function formFault(form: ParameterForm, value: string): FormFault | null {
  if (value.trim() === '') return 'empty';
  switch (form.kind) {
    case 'text':
    case 'list':
    case 'place':
      return null;
    case 'language':
      return /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/.test(value) ? null : 'form';
    case 'coordinate':
      return coordinateFault(value);
    case 'coordinates': {
      const all = value.split('|');
      if (all.length > DESTINATIONS_AT_MOST) return 'too-many';
      return all.map(coordinateFault).find((fault) => fault !== null) ?? null;
    }
    case 'region': {
      const numbers = value.split(',').map(degrees);
      if (numbers.length !== 4 || numbers.some(Number.isNaN)) return 'form';
      const [north = 0, east = 0, south = 0, west = 0] = numbers;
      return isLatitude(north) &&
        isLongitude(east) &&
        isLatitude(south) &&
        isLongitude(west) &&
        north >= south
        ? null
        : 'range';
    }
    case 'countries':
      return value.split(',').every((country) => /^[A-Za-z]{2}$/.test(country.trim())) ? null : 'form';
    case 'boolean':
      return value === 'true' || value === 'false' ? null : 'word';
    case 'date':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value) && !Number.isNaN(Date.parse(value))
        ? null
        : 'form';
    case 'one-of':
      return form.words.includes(value) ? null : 'word';
    case 'some-of':
      return value.split(',').every((word) => form.words.includes(word.trim())) ? null : 'word';
  }
}

function coordinateFault(value: string): FormFault | null {
  const [latitude = Number.NaN, longitude = Number.NaN, ...rest] = value.split(',').map(degrees);
  if (rest.length > 0 || Number.isNaN(latitude) || Number.isNaN(longitude)) return 'form';
  return isLatitude(latitude) && isLongitude(longitude) ? null : 'range';
}

function degrees(value: string): number {
  return /^\s*[+-]?\d+(\.\d*)?\s*$/.test(value) ? Number(value) : Number.NaN;
}

const isLatitude = (value: number) => Math.abs(value) <= 90;
const isLongitude = (value: number) => Math.abs(value) <= 180;
