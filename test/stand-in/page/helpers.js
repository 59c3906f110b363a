// Loaded by the blank page, by its frame and by its worker, so that all send the same request.

/** Sends a GET by fetch; resolves with {status, body}, body null when it is not to be read, or with {error}. */
globalThis.callFetch = async (url, headers = {}, { read = true } = {}) => {
  try {
    const response = await fetch(url, { headers });
    return { status: response.status, body: read ? await response.text() : null };
  } catch (error) {
    return { error: String(error) };
  }
};

/** Sends a GET by XMLHttpRequest, which always reads the body. */
globalThis.callXhr = (url, headers = {}) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.onload = () => resolve({ status: request.status, body: request.responseText });
    request.onerror = () => resolve({ error: 'The request failed.' });
    request.send();
  });

// Kept alive: ending a worker or a frame would cut off answers that are left unread.
let worker;
let frame;

function ask(target, message, ...targetOrigin) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    target.postMessage(message, ...targetOrigin, [port2]);
  });
}

/** Sends a GET from a dedicated worker of this origin. */
globalThis.callWorker = (url, headers = {}, options = {}) => {
  worker ??= new Worker('/worker.js');
  return ask(worker, { url, headers, options });
};

/** Sends a GET from an iframe on frame.test, another origin. */
globalThis.callFrame = async (url, headers = {}, options = {}) => {
  frame ??= new Promise((resolve) => {
    const element = document.createElement('iframe');
    element.src = `https://frame.test${location.port ? `:${location.port}` : ''}/`;
    element.onload = () => resolve(element.contentWindow);
    document.body.append(element);
  });
  return ask(await frame, { url, headers, options }, '*');
};
