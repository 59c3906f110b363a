import { beforeEach, describe, expect, it } from 'vitest';
import { CHIPS } from '../../src/app/panel/filter.ts';
import { createPanel, type Panel } from '../../src/app/panel/panel.ts';
import { EmptyList } from '../../src/views/panel/empty-list.tsx';
import { FindBar } from '../../src/views/panel/find-bar.tsx';
import { panelPorts, RECORDING } from '../fixtures/panel-ports.ts';
import { accessToken, entry, GEOCODE, HOSTILE } from './entries.ts';
import { press } from './press.ts';
import { markup, missing, say, textOf } from './reader.tsx';

let panel: Panel;
const ACCESS = accessToken();

beforeEach(() => {
  panel = createPanel(panelPorts());
  panel.apply({ type: 'state', state: RECORDING });
  panel.apply({
    type: 'entries',
    entries: [entry({ id: 'exchange' }), entry({ id: 'geocode', url: GEOCODE, token: ACCESS })],
  });
});

function filterByToken(): void {
  panel.tokenFilter.value = panel.rowOf('geocode')?.token ?? null;
}

describe('the search', () => {
  it('is sound while it is', () => {
    panel.text.value = '/geo/';
    const html = markup(<FindBar log={panel} />);
    expect(html).not.toContain('aria-invalid');
    expect(html).toMatch(/<div id="find-fault" role="alert"><\/div>/);
    expect(html).toContain('aria-describedby="find-fault"');
  });

  it('says which expression is none, and why', () => {
    panel.text.value = '/(/ geo';
    const html = markup(<FindBar log={panel} />);
    expect(html).toMatch(/aria-invalid(="true")?[ >]/);
    expect(textOf(html.slice(html.indexOf('id="find-fault"')))).toContain(
      '/(/ is no regular expression and hides nothing: Unterminated group.',
    );
    expect(panel.lines.value.map(({ row }) => row.id)).toEqual(['geocode']);
  });

  it('names each of several', () => {
    panel.text.value = '/(/ /[/';
    expect(markup(<FindBar log={panel} />).match(/class="banner"/g)).toHaveLength(2);
  });

  it('stays text', () => {
    panel.text.value = `/(${HOSTILE.replaceAll(' ', '')}/`;
    expect(markup(<FindBar log={panel} />)).not.toContain('<img');
  });
});

describe('the chips', () => {
  it('say which one is pressed, and how many requests each holds', () => {
    panel.chip.value = 'exchanges';
    const html = markup(<FindBar log={panel} />);
    expect(html.match(/aria-pressed/g)).toHaveLength(CHIPS.length);
    expect(html.match(/aria-pressed="true"/g)).toHaveLength(1);
    expect(html).toMatch(new RegExp(`aria-pressed="true"[^>]*>${say('filter_exchanges')}`));
    expect(textOf(html)).toContain(`${say('filter_exchanges')} 1`);
    expect(textOf(html)).toContain(`${say('filter_all')} 2`);
  });

  it('choose', () => {
    press(<FindBar log={panel} />, say('filter_services'));
    expect(panel.chip.value).toBe('services');
  });
});

describe('the token filter', () => {
  it('is not there while all are listed', () => {
    expect(markup(<FindBar log={panel} />)).not.toContain('data-action="all-tokens"');
  });

  it('shows the token and leads back to all', () => {
    filterByToken();
    const html = markup(<FindBar log={panel} />);
    expect(textOf(html)).toContain(`access${ACCESS.slice(-4)}`);
    expect(html).toContain(`aria-label="${say('find_all_tokens')}"`);
    expect(panel.lines.value).toHaveLength(1);
    press(<FindBar log={panel} />, 'data-action="all-tokens"');
    expect(panel.tokenFilter.value).toBeNull();
    expect(panel.lines.value).toHaveLength(2);
  });
});

describe('a list that is filtered away', () => {
  const text = () => textOf(markup(<EmptyList panel={panel} />));

  it('says nothing while there is a line', () => {
    expect(markup(<EmptyList panel={panel} />)).toBe('');
  });

  it('names the token, and its button takes away all that hides', () => {
    filterByToken();
    panel.text.value = 'nowhere';
    panel.chip.value = 'exchanges';
    expect(text()).toContain(say('empty_filtered'));
    expect(text()).toContain(say('empty_filtered_token'));
    press(<EmptyList panel={panel} />, say('empty_filtered_clear'));
    expect([panel.text.value, panel.chip.value, panel.tokenFilter.value]).toEqual(['', 'all', null]);
    expect(panel.lines.value).toHaveLength(2);
  });

  it('names search and chip together', () => {
    panel.text.value = ' nowhere ';
    panel.chip.value = 'exchanges';
    expect(text()).toContain(`The search for “nowhere” matches nothing under “${say('filter_exchanges')}”.`);
  });

  it('names the token also where nothing else hides', () => {
    filterByToken();
    panel.apply({ type: 'removed', ids: ['geocode'] });
    expect(text()).toContain(say('empty_filtered_token'));
  });

  it('offers scripts and images where nothing else was loaded', () => {
    panel.apply({ type: 'removed', ids: ['exchange', 'geocode'] });
    const url = 'https://cdn.apple-mapkit.com/mk/5.79.0/mapkit.js';
    panel.apply({ type: 'entries', entries: [entry({ id: 'asset', url, token: null })] });
    expect(text()).toContain(say('empty_filtered_assets'));
    press(<EmptyList panel={panel} />, say('empty_filtered_show_assets'));
    expect(panel.lines.value.map(({ row }) => row.id)).toEqual(['asset']);
  });
});

it('finds every sentence that it asked for', () => {
  expect([...missing]).toEqual([]);
});
