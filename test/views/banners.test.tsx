import { beforeEach, describe, expect, it } from 'vitest';
import { createPanel, type Panel } from '../../src/app/panel/panel.ts';
import { VIEWS } from '../../src/app/panel/settings.ts';
import { Banners } from '../../src/views/panel/banners.tsx';
import { panelPorts, RECORDING } from '../fixtures/panel-ports.ts';
import { entry } from './entries.ts';
import { press } from './press.ts';
import { markup, missing, say, textOf } from './reader.tsx';

let panel: Panel;
beforeEach(() => {
  panel = createPanel(panelPorts());
  panel.apply({ type: 'state', state: RECORDING });
});

const draw = () => markup(<Banners panel={panel} />);
const hint = () => say('hint_first').replaceAll('`', '');

describe('the banners', () => {
  it('are none in a new panel that nothing reached', () => {
    expect(draw()).toBe('<div role="alert"></div>');
  });

  it('say aloud that the recorder is out of reach', () => {
    panel.disconnected();
    const alert = draw().slice(0, draw().lastIndexOf('</div>'));
    expect(draw()).toMatch(/^<div role="alert"><div class="banner" data-is="warning">/);
    expect(textOf(alert)).toBe(say('panel_disconnected'));
  });

  it('say in the list how many requests the bounds cost', () => {
    panel.apply({ type: 'state', state: { ...RECORDING, seen: 10_250, kept: 10_000, dropped: 250 } });
    const shown = VIEWS.filter((view) => {
      panel.view.value = view;
      return textOf(draw()).includes('250 of the oldest requests were given up');
    });
    expect(shown).toEqual(['requests']);
  });

  it('give a hint with the first request, until it was read', () => {
    expect(textOf(draw())).not.toContain(hint());
    panel.apply({ type: 'entries', entries: [entry()] });
    expect(textOf(draw())).toContain(hint());
    panel.view.value = 'tokens';
    expect(textOf(draw())).not.toContain(hint());
    panel.view.value = 'requests';
    press(<Banners panel={panel} />, 'data-action="hint-read"');
    expect(panel.hintRead.value).toBe(true);
    expect(textOf(draw())).not.toContain(hint());
  });
});

it('finds every sentence that it asked for', () => {
  expect([...missing]).toEqual([]);
});
