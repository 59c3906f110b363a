addEventListener('message', async ({ data: { url, headers, options } = {}, ports: [port] }) => {
  port?.postMessage(await callFetch(url, headers, options));
});
