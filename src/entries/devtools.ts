import { serveRecorder } from '../app/recording/link.ts';
import { createRecorder } from '../app/recording/recorder.ts';
import { onPanel } from '../platform/channel.ts';
import { createPanelTab, inspectedTabId, traffic } from '../platform/devtools.ts';
import { strings } from '../platform/strings.ts';
import { now, schedule } from '../platform/time.ts';

const recorder = createRecorder({ traffic, now, schedule });
onPanel(inspectedTabId(), (channel) => serveRecorder(recorder, channel));
void createPanelTab(strings.text('extension_short_name'), recorder.setShown);
