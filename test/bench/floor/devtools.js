// The drivers wait for a listener before they go on; the panel then has its own.
const { onRequestFinished } = chrome.devtools.network;
const listen = () => {};
onRequestFinished.addListener(listen);
// The title by which the drivers show a panel.
chrome.devtools.panels.create('Meridian', '', 'panel.html', (panel) =>
  panel.onShown.addListener(() => onRequestFinished.removeListener(listen)),
);
