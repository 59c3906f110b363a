import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/core/index.ts';
import { EvidenceTable } from '../../src/views/shared/evidence.tsx';
import { HOSTILE } from './entries.ts';
import { gluedTextOf, markup, textOf } from './reader.tsx';

const evidence = (claim: string, origin: string): readonly Evidence[] => [
  { label: 'expected', value: { type: 'code', text: claim }, note: 'evidence_origin_claim' },
  { label: 'found', value: { type: 'code', text: origin }, note: 'evidence_origin_header' },
];

const marked = (html: string) =>
  [...html.matchAll(/<u class="marked"[^>]*>(.*?)<\/u>/g)].map(([, inner = '']) => gluedTextOf(inner));

describe('the evidence', () => {
  it.each([
    ['what the page has too much', 'a.test', 'https://www.a.test', ['www.']],
    ['what the page lacks', 'www.a.test', 'https://a.test', ['www.']],
    ['both where they differ', 'http://localhost:1', 'http://localhost:2', ['1', '2']],
  ])('marks %s', (_, claim, origin, expected) => {
    expect(marked(markup(<EvidenceTable evidence={evidence(claim, origin)} />))).toEqual(expected);
  });

  it('marks nothing in values that are no origins', () => {
    const [, found] = evidence('a', 'b');
    const pair: readonly Evidence[] = [
      { label: 'expected', value: { type: 'code', text: 'ES256' }, note: 'evidence_alg' },
      ...(found === undefined ? [] : [found]),
    ];
    expect(marked(markup(<EvidenceTable evidence={pair} />))).toEqual([]);
  });

  it('offers each value to the copy key, and keeps hostile text as text', () => {
    const html = markup(<EvidenceTable evidence={evidence(HOSTILE, HOSTILE)} />);
    expect(html.match(/<dd data-copies/g)).toHaveLength(2);
    expect(html).not.toContain('<img');
    expect(textOf(html)).toContain(HOSTILE);
  });
});
