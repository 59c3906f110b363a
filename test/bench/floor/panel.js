// Counts what it hears and draws nothing, unless it is told to.
globalThis.heard = 0;
globalThis.onHeard = null;
chrome.devtools.network.onRequestFinished.addListener((request) => {
  globalThis.heard += 1;
  globalThis.onHeard?.(request);
});

/** Draws the time of day once a second, and nothing else. */
globalThis.startClock = () => {
  const foot = document.querySelector('.foot');
  return setInterval(() => {
    foot.firstChild.data = new Date().toLocaleTimeString('en');
  }, 1000);
};
