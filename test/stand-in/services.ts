import { teamOfAccessToken } from './access-token.ts';
import { failure, json, notAuthorized, notFound, type Reply, tooManyRequests } from './reply.ts';
import type { Service } from './server-services.ts';
import type { Incoming, World } from './world.ts';

export { mapkitServices } from './mapkit-services.ts';
export { serverServices } from './server-services.ts';

/** Combinations that the service refuses beside missing parameters. */
const EXCLUSIVE: readonly (readonly [string, string])[] = [
  ['searchLocation', 'searchRegion'],
  ['arrivalDate', 'departureDate'],
];

const MOST_DESTINATIONS = 10;

/** Answers `/v1/<service>`: the access token is judged first, then the team's quota, then the query. */
export async function service(
  world: World,
  services: Readonly<Record<string, Service>>,
  { path, query, headers }: Incoming,
): Promise<Reply> {
  const [name, id] = nameOf(path);
  const found = Object.hasOwn(services, name) ? services[name] : undefined;
  if (!found) return notFound();
  const team = await teamOfAccessToken(world, headers.authorization);
  if (team === undefined) return notAuthorized();
  if (!world.quota.spend(team)) return tooManyRequests();
  const fault = queryFault(found, query);
  return fault === undefined ? json(200, found.answer(query, id)) : failure(400, 'Bad Request', [fault]);
}

function nameOf(path: string): readonly [name: string, id: string] {
  const rest = path.replace(/^\/v1\//, '');
  const id = /^place\/([^/]+)$/.exec(rest)?.[1];
  return id === undefined || id === 'alternateIds' ? [rest, ''] : ['place/{id}', decodeURIComponent(id)];
}

function queryFault({ required }: Service, query: URLSearchParams): string | undefined {
  const missing = required.find((name) => !query.get(name));
  if (missing !== undefined) return `${missing} is required`;
  const both = EXCLUSIVE.find((names) => names.every((name) => query.has(name)));
  if (both) return `${both.join(' and ')} exclude each other`;
  const destinations = query.get('destinations')?.split('|').length ?? 0;
  return destinations > MOST_DESTINATIONS ? `at most ${MOST_DESTINATIONS} destinations` : undefined;
}
