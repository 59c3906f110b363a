import { render } from 'preact';
import { createClock } from '../app/clock.ts';
import { createAsk } from '../app/credentials/ask.ts';
import { createPopup } from '../app/credentials/popup.ts';
import { copy } from '../platform/clipboard.ts';
import { permission } from '../platform/permission.ts';
import { sessionStore } from '../platform/session-store.ts';
import { strings } from '../platform/strings.ts';
import { now, schedule } from '../platform/time.ts';
import { PopupView } from '../views/popup/popup-view.tsx';

document.documentElement.lang = strings.locale;
const clock = createClock(now, schedule);
const ask = createAsk(sessionStore, now);
const popup = createPopup({
  store: sessionStore,
  permission,
  exchange: ask,
  copy,
  now: clock.now,
  time: now,
  newId: () => crypto.randomUUID(),
});
ask(null);
render(<PopupView popup={popup} clock={clock} strings={strings} />, document.body);
