import { describe, expect, it } from 'vitest';
import { latest } from './latest';

const of = (watermark: string | null, name: string) => ({ name, freshness: { watermark, ageMs: 5 } });
const loaded = of('2023-10-01T08:00:00Z', 'when the page was opened');
const pushed = of('2023-10-01T09:00:00.5Z', 'pushed');
const kept = { subject: 'CR.LB', answer: pushed };

describe('the figures that are shown', () => {
  it('are those that are pushed', () => {
    expect(latest('CR.LB', pushed, loaded, null)).toBe(pushed);
  });

  it('stay the last ones known when the stream is lost', () => {
    expect(latest('CR.LB', null, loaded, kept)).toBe(pushed);
    expect(latest('CR.LB', null, null, kept)).toBe(pushed);
  });

  it('are the ones asked for as soon as they are newer', () => {
    const asked = of('2023-10-01T09:00:01Z', 'asked again');
    expect(latest('CR.LB', null, asked, kept)).toBe(asked);
    const sooner = of('2023-10-01T09:00:00Z', 'half a second older');
    expect(latest('CR.LB', null, sooner, kept)).toBe(pushed);
  });

  it('are never those of another unit or day', () => {
    expect(latest('BT.TA', null, null, kept)).toBeNull();
    expect(latest('BT.TA', null, loaded, kept)).toBe(loaded);
  });

  it('are what there is where nobody tells how fresh it is', () => {
    const unknown = of(null, 'unknown');
    expect(latest('CR.LB', null, unknown, null)).toBe(unknown);
    expect(latest('CR.LB', null, unknown, kept)).toBe(pushed);
  });
});
