import { describe, expect, it } from 'vitest';
import { type Diagnosis, diagnose, readToken, subjectOf } from '../../src/core/index.ts';
import { claimFindings } from '../../src/views/panel/claim-findings.ts';
import { Claims } from '../../src/views/panel/claims.tsx';
import { authToken, BOOTSTRAP, entry, REFUSAL } from './entries.ts';
import { at, markup, say, textOf } from './reader.tsx';

const SEEN_BY_NONE: Diagnosis | null = null;

function judged(told: Parameters<typeof entry>[0]): Diagnosis {
  return diagnose(subjectOf(entry(told)));
}

function found(told: Parameters<typeof entry>[0]) {
  return [...claimFindings(judged(told))].map(([name, { is, finding }]) => [name, is, finding.id]);
}

const drawn = (token: string, diagnosis: Diagnosis | null) =>
  markup(<Claims token={readToken(token)} diagnosis={diagnosis} />);

const rowOf = (html: string, name: string) =>
  [...html.matchAll(/<tr[^>]*data-copies[\s\S]*?<\/tr>/g)]
    .map(([row]) => row)
    .find((row) => textOf(row).startsWith(`${name} `)) ?? '';

describe('the findings of a claim', () => {
  it.each([
    [
      'a site that it does not name',
      {
        url: BOOTSTRAP,
        token: authToken({ claims: { origin: 'a.test' } }),
        headers: [['Origin', 'https://b.test']],
        status: 401,
        answer: REFUSAL,
      },
      ['origin', 'refused', 'origin-mismatch'],
    ],
    [
      'milliseconds',
      { token: authToken({ claims: { iat: at(9, 0) } }), status: 401, answer: REFUSAL },
      ['iat', 'refused', 'time-in-milliseconds'],
    ],
    [
      'a warning of an accepted request',
      { token: authToken({ header: { typ: 'jose' } }), answer: { accessToken: 'x' } },
      ['typ', 'warning', 'header-typ'],
    ],
  ] as const)('name %s', (_, told, expected) => {
    expect(found(told)).toContainEqual(expected);
  });

  it('are none where nothing was found', () => {
    expect(found({ answer: { accessToken: 'x' } })).toEqual([]);
  });
});

describe('the claims of a token', () => {
  it('are tinted where a finding names them, with its words', () => {
    const token = authToken({ claims: { origin: 'a.test' } });
    const diagnosis = judged({
      url: BOOTSTRAP,
      token,
      headers: [['Origin', 'https://b.test']],
      status: 401,
      answer: REFUSAL,
    });
    const html = drawn(token, diagnosis);
    expect(rowOf(html, 'origin')).toContain('<tr data-is="refused"');
    expect(textOf(rowOf(html, 'origin'))).toContain('Token does not cover b.test');
    expect(rowOf(html, 'iss')).not.toContain('data-is="refused"');
    expect(drawn(token, SEEN_BY_NONE)).not.toContain('data-is="refused"');
  });

  it('are marked as unknown by form and word', () => {
    const row = rowOf(drawn(authToken({ claims: { shoe: 44 } }), SEEN_BY_NONE), 'shoe');
    expect(row).toContain('class="glyph" data-is="unknown"');
    expect(textOf(row)).toContain(say('claim_unknown'));
  });

  it('are underlined where they are shown as written', () => {
    const encode = (text: string) => Buffer.from(text).toString('base64url');
    const html = drawn(`${encode('{"kid":1,"kid":2}')}.${encode('{x}')}.YQ`, SEEN_BY_NONE);
    const marked = [...html.matchAll(/<u class="marked"[^>]*>(.*?)<\/u>/g)].map(([, inner = '']) =>
      textOf(inner),
    );
    expect(marked).toEqual(['"kid"', '"kid"', 'x']);
  });
});
