import { describe, expect, it } from 'vitest';
import { type Listener, type Source, liveAddress, openLive } from './live';
import type { Figures, Question } from './reporting';

class Stream implements Source {
  readyState = 1;
  closed = 0;
  private readonly listeners = new Map<string, ((event: { readonly data?: string }) => void)[]>();

  addEventListener(type: string, listener: (event: { readonly data?: string }) => void) {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  close() {
    this.closed++;
    this.readyState = 2;
  }

  tell(type: string, data?: unknown) {
    this.listeners.get(type)?.forEach((it) => it({ data: typeof data === 'string' ? data : JSON.stringify(data) }));
  }
}

const QUESTION: Question = {
  unit: 'CR.LB',
  from: '2023-01-01',
  to: '2023-10-01',
  asOf: '2023-10-01',
  knownAt: null,
  cycle: '2023',
};
const ANSWER = { knownAt: '2023-10-01T00:00:00Z', figures: [{ indicator: 'member.count', numerator: 718 }] };

function opened() {
  const stream = new Stream();
  const heard: unknown[] = [];
  const listener: Listener = {
    figures: (figures, freshness) => heard.push(['figures', figures, freshness]),
    fresh: (freshness) => heard.push(['fresh', freshness]),
    lost: () => heard.push(['lost']),
  };
  return { stream, heard, close: openLive('/live', listener, () => stream) };
}

describe('a live page', () => {
  it('asks for what the page shows, as of now', () => {
    expect(liveAddress(QUESTION, ['member.count', 'review.good-or-better'])).toBe(
      '/api/reporting/v1/figures/live?unit=CR.LB&indicators=member.count,review.good-or-better' +
        '&from=2023-01-01&to=2023-10-01&asOf=2023-10-01&cycle=2023',
    );
  });

  it('hears changed figures and how fresh they are', () => {
    const { stream, heard } = opened();
    stream.tell('figures', { watermark: 'w1', ageMs: 12, answer: ANSWER });
    stream.tell('fresh', { watermark: 'w2', ageMs: 3 });
    expect(heard).toEqual([
      ['figures', ANSWER as unknown as Figures, { watermark: 'w1', ageMs: 12 }],
      ['fresh', { watermark: 'w2', ageMs: 3 }],
    ]);
  });

  it('goes on when the stream breaks off and the browser opens it again', () => {
    const { stream, heard } = opened();
    stream.readyState = 0;
    stream.tell('error');
    stream.readyState = 1;
    stream.tell('fresh', { watermark: 'w3', ageMs: 1 });
    expect(heard).toEqual([['fresh', { watermark: 'w3', ageMs: 1 }]]);
    expect(stream.closed).toBe(0);
  });

  it('is lost once when it is refused or its right is gone', () => {
    const refused = opened();
    refused.stream.readyState = 2;
    refused.stream.tell('error');
    refused.stream.tell('error');
    expect(refused.heard).toEqual([['lost']]);
    const revoked = opened();
    revoked.stream.tell('end', { code: 'not-found' });
    expect(revoked.heard).toEqual([['lost']]);
    expect(revoked.stream.closed).toBe(1);
  });

  it('hears nothing more once it is closed', () => {
    const { stream, heard, close } = opened();
    close();
    stream.tell('figures', { watermark: 'w1', ageMs: 12, answer: ANSWER });
    stream.tell('error');
    expect(heard).toEqual([]);
    expect(stream.closed).toBe(1);
  });

  it('passes over what it cannot read', () => {
    const { stream, heard } = opened();
    stream.tell('figures', '{');
    expect(heard).toEqual([]);
  });
});
