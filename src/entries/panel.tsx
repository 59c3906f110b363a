import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { createClock } from '../app/clock.ts';
import { createPanel } from '../app/panel/panel.ts';
import { followRecorder } from '../app/recording/link.ts';
import { connectToRecorder } from '../platform/channel.ts';
import { copy } from '../platform/clipboard.ts';
import { inspectedTabId, reloadInspectedPage } from '../platform/devtools.ts';
import { readText } from '../platform/files.ts';
import { loadSettings, saveSettings } from '../platform/settings-store.ts';
import { strings } from '../platform/strings.ts';
import { nextPicture, now, schedule } from '../platform/time.ts';
import { PanelView } from '../views/panel/panel-view.tsx';

document.documentElement.lang = strings.locale;
const savedSettings = await loadSettings();
const channel = connectToRecorder(inspectedTabId());
const panel = createPanel({
  order: followRecorder(channel, (event) => panel.apply(event)),
  reloadPage: reloadInspectedPage,
  copy,
  readText,
  endpointName: (id) => strings.text(`endpoint_${id}`),
  nextPicture,
  now,
  savedSettings,
  saveSettings,
});
channel.onClose(panel.disconnected);
const clock = createClock(now, schedule);
effect(() => panel.passTime(clock.now.value));
const isVisible = signal(!document.hidden);
document.addEventListener('visibilitychange', () => {
  isVisible.value = !document.hidden;
});
const isSeen = computed(() => isVisible.value && (panel.recorder.value?.shown ?? true));
effect(() => clock.setVisible(isSeen.value));
render(<PanelView panel={panel} clock={clock} strings={strings} />, document.body);
