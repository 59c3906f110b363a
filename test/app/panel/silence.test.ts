/** A script of MapKit JS that no bootstrap follows: what only time shows. */
import { expect, test } from 'vitest';
import { createPanel } from '../../../src/app/panel/panel.ts';
import { BOOTSTRAP, entryOf, NOW } from '../../fixtures/entries.ts';
import { panelPorts } from '../../fixtures/panel-ports.ts';

const SCRIPT = 'https://cdn.apple-mapkit.com/mk/5.x.x/mapkit.core.js';

function start() {
  const panel = createPanel(
    panelPorts({
      now: () => NOW,
    }),
  );
  const found = () => panel.rows.value.flatMap(({ diagnosis }) => diagnosis.others.map(({ id }) => id));
  return { panel, found };
}

const script = () => entryOf({ id: 'script', url: SCRIPT, startedAt: NOW, duration: 10 });

test('is named once it had the time to ask for a map', () => {
  const { panel, found } = start();
  panel.apply({ type: 'entries', entries: [script()] });
  panel.passTime(NOW + 5_000);
  expect(found()).toEqual([]);
  panel.passTime(NOW + 12_000);
  expect(found()).toEqual(['callback-silent']);
});

test('is not named where a bootstrap followed', () => {
  const { panel, found } = start();
  panel.apply({ type: 'entries', entries: [script()] });
  const bootstrap = entryOf({ id: 'bootstrap', url: BOOTSTRAP, startedAt: NOW + 3_000, status: 401 });
  panel.apply({ type: 'entries', entries: [bootstrap] });
  panel.passTime(NOW + 12_000);
  expect(found()).not.toContain('callback-silent');
});
