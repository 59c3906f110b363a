import { describe, expect, it } from 'vitest';
import { diagnose, subjectOf } from '../../src/core/index.ts';
import { Diagnosis } from '../../src/views/shared/diagnosis.tsx';
import { accessToken, authToken, BOOTSTRAP, entry, GEOCODE, HOSTILE, REFUSAL } from './entries.ts';
import { at, markup, missing, say, textOf } from './reader.tsx';

function drawn(told: Parameters<typeof entry>[0]): string {
  const subject = subjectOf(entry(told));
  return markup(<Diagnosis diagnosis={diagnose(subject)} subject={subject} />);
}

const ORIGIN_FAILURE = {
  error: {
    message: 'Not Authorized',
    details: [{ errorType: 'ORIGIN_CHECK_FAILURE', message: 'Origin does not match' }],
  },
};

describe('a diagnosis', () => {
  it.each([
    [
      'access-token-expired',
      { url: GEOCODE, token: accessToken(), status: 401, startedAt: at(9, 32, 32), responseHeaders: [] },
    ],
    ['auth-token-at-service', { url: GEOCODE, status: 401, answer: REFUSAL }],
    ['bearer-placeholder', { url: GEOCODE, token: 'undefined', status: 401, answer: REFUSAL }],
    ['rejected-well-formed', { status: 401, answer: REFUSAL }],
    ['quota-exceeded', { status: 429, answer: '' }],
    ['server-error', { status: 502, answer: '' }],
    ['answer-not-apple', { answer: '<!doctype html><title>Login</title>' }],
    ['network-failure', { status: 0, error: 'net::ERR_NAME_NOT_RESOLVED', body: { state: 'none' } }],
    [
      'time-in-milliseconds',
      { token: authToken({ claims: { iat: at(9, 0), exp: at(9, 30) } }), status: 401 },
    ],
  ] as const)('names %s, its evidence and what to do', (id, told) => {
    const text = textOf(drawn(told));
    expect(text).toContain(id);
    expect(text).toContain(say('diagnosis_evidence'));
    expect(text).toContain(say('diagnosis_remedy'));
    expect([...missing]).toEqual([]);
  });

  it('says the cause before anything else', () => {
    const text = textOf(drawn({ url: BOOTSTRAP, status: 401, answer: ORIGIN_FAILURE }));
    expect(text.indexOf('Apple says that')).toBe(0);
  });

  it('gives each step of a remedy its own line', () => {
    const html = drawn({ status: 401, answer: REFUSAL });
    expect(html.match(/<ol class="steps"[\s\S]*?<\/ol>/)?.[0].match(/<li>/g)).toHaveLength(
      say('finding_rejected_well_formed_remedy').split('\n').length,
    );
  });

  it('says what was ruled out', () => {
    expect(textOf(drawn({ status: 401, answer: REFUSAL }))).toContain('Not expired: 24:47');
  });

  it('draws a warning of an accepted request as a warning', () => {
    const html = drawn({ token: authToken({ header: { typ: undefined } }), answer: { accessToken: 'x' } });
    expect(html).toContain('class="cause" data-is="warning"');
    expect(html).not.toContain('data-is="refused"');
    expect(textOf(html)).toContain('header-typ');
  });

  it('is neutral about a refusal that nothing explains', () => {
    const subject = subjectOf(entry({ url: GEOCODE, token: accessToken(), status: 418, answer: REFUSAL }));
    const html = markup(
      <Diagnosis diagnosis={{ cause: null, others: [], ruledOut: [], refused: true }} subject={subject} />,
    );
    expect(textOf(html)).toContain('Apple answered 418.');
    expect(textOf(html)).toContain('“Not Authorized”');
    expect(html).not.toContain('data-is="refused"');
  });

  it('says that nothing is wrong where nothing is', () => {
    const text = textOf(drawn({ url: GEOCODE, token: accessToken(), answer: { results: [] } }));
    expect(text).toContain('Apple answered 200.');
    expect(text).toContain(say('diagnosis_no_fault'));
  });

  it('keeps hostile text as text', () => {
    const html = drawn({
      token: authToken({ claims: { iss: HOSTILE }, header: { kid: HOSTILE, typ: HOSTILE } }),
      status: 401,
      answer: {
        error: { message: HOSTILE, details: [{ errorType: 'ORIGIN_CHECK_FAILURE', message: HOSTILE }] },
      },
    });
    expect(html).not.toContain('<img');
    expect(textOf(html)).toContain(HOSTILE);
  });
});
