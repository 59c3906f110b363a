import { situations } from './situations.js';

const list = document.querySelector('#situations');
const mapState = document.querySelector('#map-state');

function say(button, outcome, tone) {
  const mark = button.querySelector('.outcome');
  mark.textContent = outcome;
  mark.dataset.tone = tone;
}

/** Plays one situation by name; resolves with the {status, body} of its last answer, or with {error}. */
window.play = async (name) => {
  const situation = situations.find((other) => other.name === name);
  if (!situation) throw new Error(`No such situation: ${name}`);
  const button = list.querySelector(`[data-name="${name}"]`);
  say(button, '…', 'busy');
  try {
    const answer = await situation.run();
    say(button, String(answer.status), answer.status === 200 ? 'good' : 'bad');
    return answer;
  } catch (error) {
    say(button, 'failed', 'bad');
    return { error: String(error) };
  }
};

/** Plays the whole story in order; resolves with [{name, …answer}]. */
window.playAll = async () => {
  const story = [];
  for (const { name } of situations) story.push({ name, ...(await window.play(name)) });
  return story;
};

window.situations = situations.map(({ name }) => name);

for (const { name, title, about } of situations) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.name = name;
  for (const [part, text] of [
    ['title', title],
    ['about', about],
    ['outcome', ''],
  ]) {
    const span = document.createElement('span');
    span.className = part;
    span.textContent = text;
    button.append(span);
  }
  button.addEventListener('click', () => window.play(name));
  item.append(button);
  list.append(item);
}
document.querySelector('#play-all').addEventListener('click', () => window.playAll());

/** Resolves with the first event of MapKit: `Initialized`, or the status of its error. */
window.mapReady = new Promise((resolve) => {
  const { mapkit } = window;
  if (!mapkit) {
    mapState.textContent = 'The map script did not load.';
    resolve('no script');
    return;
  }
  const settle = ({ status }) => {
    mapState.textContent = status === 'Initialized' ? 'Springfield' : `No map: ${status}`;
    resolve(status);
  };
  mapkit.addEventListener('configuration-change', settle);
  mapkit.addEventListener('error', settle);
  mapkit.init({
    authorizationCallback: async (done) => done(await (await fetch('/tokens/good')).text()),
  });
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  new mapkit.Map(document.querySelector('#map'), { dark });
});
