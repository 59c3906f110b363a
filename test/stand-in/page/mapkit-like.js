// Behaves on the wire as MapKit JS 5 does: the same requests, credentials, retries and events; it draws only a still map.
(() => {
  const CDN = 'https://cdn.apple-mapkit.com';
  const VERSION = '5.52.0';
  const TRIES = 3;
  const TIMEOUT_MS = 10_000;
  const REFRESH_EARLY_MS = 30_000;
  const IMAGES = ['logo', 'compass', 'zoom', 'attribution'];
  const STATUS = { 0: 'Network Error', 400: 'Bad Request', 401: 'Unauthorized', 429: 'Too Many Requests' };

  function get(url, headers) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.timeout = TIMEOUT_MS;
      request.onloadend = () => resolve({ status: request.status, body: request.responseText });
      request.send();
    });
  }

  function parse(text) {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  // The reason is stated for origins only.
  function reason(body) {
    const details = parse(body)?.error?.details ?? [];
    const { message } = details.find?.(({ errorType }) => errorType === 'ORIGIN_CHECK_FAILURE') ?? {};
    return message ? ` ${message}` : '';
  }

  function createMapKit() {
    const listeners = new Map();
    const waiting = [];
    let authorize;
    let configuration;
    let timer;
    let state = 'idle';

    function emit(type, event) {
      for (const listener of listeners.get(type) ?? []) listener({ type, ...event });
    }

    async function bootstrap(token, accessToken) {
      const url = `${CDN}/ma/bootstrap?apiVersion=2&mkjsVersion=${VERSION}&poi=1`;
      const headers = { Authorization: `Bearer ${token}` };
      if (accessToken) headers['X-Maps-Access-Token'] = `Bearer ${accessToken}`;
      let answer;
      for (let tries = 0; tries < TRIES; tries += 1) {
        answer = await get(url, headers);
        const parsed = answer.status === 200 ? parse(answer.body) : undefined;
        if (parsed?.authInfo) return { parsed, answer };
      }
      return { answer };
    }

    async function configure(eventStatus) {
      clearTimeout(timer);
      const token = await new Promise((resolve) => authorize(resolve));
      const { parsed, answer } = await bootstrap(token, configuration?.authInfo.access_token);
      if (!parsed) {
        if (!configuration) state = 'failed';
        const status = answer.status === 200 ? 'Malformed Response' : (STATUS[answer.status] ?? 'Unknown');
        emit('error', {
          status,
          message: `Initialization failed.${reason(answer.body)}`,
          httpStatus: answer.status,
        });
      } else {
        configuration = parsed;
        state = 'ready';
        timer = setTimeout(() => configure('Refreshed'), parsed.expiresInSeconds * 1000 - REFRESH_EARLY_MS);
        emit('configuration-change', { status: eventStatus });
      }
      for (const run of waiting.splice(0)) run();
    }

    function whenSettled(run) {
      if (state === 'ready' || state === 'failed') run();
      else waiting.push(run);
    }

    function callService(name, parameters, callback) {
      whenSettled(async () => {
        if (state === 'failed') return callback(new Error('MapKit failed to initialize.'), null);
        const query = new URLSearchParams({ ...parameters, lang: 'en', mkjsVersion: VERSION });
        const headers = { Authorization: `Bearer ${configuration.authInfo.access_token}` };
        const { status, body } = await get(`${configuration.apiBaseUrl}${name}?${query}`, headers);
        if (status === 200) return callback(null, parse(body));
        return callback(new Error(STATUS[status] ?? `HTTP error: ${status}.`), null);
      });
    }

    function tileUrl(source, index, { x, y, z, dark }) {
      const values = { tileSizeIndex: 1, x, y, z, resolution: 1, lang: 'en' };
      const path = source.path.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
      const host = source.domains[index % source.domains.length];
      return `https://${host}${path}&emphasis=standard&tint=${dark ? 'dark' : 'light'}`;
    }

    return {
      version: VERSION,
      addEventListener(type, listener) {
        listeners.set(type, [...(listeners.get(type) ?? []), listener]);
      },
      init({ authorizationCallback }) {
        if (state !== 'idle') return;
        state = 'loading';
        authorize = authorizationCallback;
        configure('Initialized');
      },
      // Of the stand-in's own making, for tests: the renewal that otherwise waits for the timer.
      refresh: () => configure('Refreshed'),
      // Of the stand-in's own making: an instance that has not been initialised yet.
      fresh: createMapKit,
      Geocoder: class {
        lookup(place, callback) {
          callService('geocode', { q: place }, callback);
        }
      },
      Search: class {
        search(query, callback) {
          callService('search', { q: query, resultTypeFilter: 'poi,address' }, callback);
        }
      },
      Map: class {
        constructor(element, { columns = 4, rows = 2, x = 4112, y = 6217, z = 14, dark = false } = {}) {
          for (const name of IMAGES) new Image().src = `${CDN}/mk/${VERSION}/images/${name}.png`;
          whenSettled(() => {
            if (state === 'failed') return;
            const [source] = configuration.tileSources;
            const tiles = Array.from({ length: columns * rows }, (_, index) => {
              const tile = new Image();
              tile.alt = '';
              const at = { x: x + (index % columns), y: y + Math.floor(index / columns), z, dark };
              tile.src = tileUrl(source, index, at);
              return tile;
            });
            element.style.setProperty('--columns', columns);
            element.replaceChildren(...tiles);
          });
        }
      },
    };
  }

  window.mapkit = createMapKit();
})();
