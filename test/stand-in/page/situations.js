const API = 'https://maps-api.apple.com/v1';

async function tokenOf(name) {
  return (await fetch(`/tokens/${name}`)).text();
}

async function call(path, token) {
  const response = await fetch(`${API}/${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: await response.text() };
}

const exchange = async (name) => call('token', await tokenOf(name));

async function accessToken() {
  return JSON.parse((await exchange('good')).body).accessToken;
}

const geocode = (query, token) => call(`geocode?q=${encodeURIComponent(query)}`, token);

async function startMapKitWith(name) {
  const token = await tokenOf(name);
  return new Promise((resolve) => {
    const kit = window.mapkit.fresh();
    kit.addEventListener('error', ({ httpStatus, message }) =>
      resolve({ status: httpStatus, body: message }),
    );
    kit.addEventListener('configuration-change', ({ status }) => resolve({ status: 200, body: status }));
    kit.init({ authorizationCallback: (done) => done(token) });
  });
}

async function breakThenGeocode() {
  const token = await accessToken();
  await (await fetch('/next/500')).text();
  return geocode('Riverside Library', token);
}

async function leaveUnread() {
  const headers = { authorization: `Bearer ${await tokenOf('expired')}` };
  const { status } = await fetch(`${API}/token`, { headers });
  return { status, body: null };
}

/** What the page can play, in the order of the story; each resolves with the last answer's {status, body}. */
export const situations = [
  {
    name: 'good',
    title: 'A sound exchange',
    about: 'Auth token in, access token out, then one geocode.',
    run: async () => geocode('Town Hall', await accessToken()),
  },
  {
    name: 'expired-auth',
    title: 'Expired auth token',
    about: 'The exchange comes two hours too late.',
    run: () => exchange('expired'),
  },
  {
    name: 'wrong-origin',
    title: 'Token of another site',
    about: 'MapKit starts with a token that is bound elsewhere.',
    run: () => startMapKitWith('other-origin'),
  },
  {
    name: 'auth-at-service',
    title: 'Auth token at a service',
    about: 'The geocode skips the exchange.',
    run: async () => geocode('Meadow Bakery', await tokenOf('good')),
  },
  {
    name: 'expired-access',
    title: 'Expired access token',
    about: 'A token is kept for longer than its half hour.',
    run: async () => geocode('Old Station Cafe', await tokenOf('expired-access')),
  },
  {
    name: 'quota',
    title: 'Quota used up',
    about: 'The team has no call left today.',
    run: () => exchange('over-quota'),
  },
  {
    name: 'server-error',
    title: 'Server error',
    about: 'The token is fine, the service is not.',
    run: breakThenGeocode,
  },
  {
    name: 'bearer-undefined',
    title: 'Bearer undefined',
    about: 'The page read a field that the answer does not have.',
    run: () => geocode('Town Hall', undefined),
  },
  {
    name: 'milliseconds',
    title: 'Times in milliseconds',
    about: 'iat and exp are a thousand times too large.',
    run: () => exchange('milliseconds'),
  },
  {
    name: 'unread',
    title: 'Answer left unread',
    about: 'A refusal whose body the page never reads.',
    run: leaveUnread,
  },
];
