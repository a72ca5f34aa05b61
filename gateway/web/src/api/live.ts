import { address } from './http';
import { type Figures, type Freshness, type Question } from './reporting';

/** What a browser's EventSource is, as far as it is used here. */
export interface Source {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { readonly data?: string }) => void): void;
  close(): void;
}

const CLOSED = 2;

export interface Listener {
  /** The figures have changed, or come for the first time. */
  readonly figures: (figures: Figures, freshness: Freshness) => void;
  /** They are the same, and as fresh as this. */
  readonly fresh: (freshness: Freshness) => void;
  /** Nothing more will come: the caller asks from time to time instead. */
  readonly lost: () => void;
}

export function liveAddress(question: Question, indicators: readonly string[]): string {
  return address('/api/reporting/v1/figures/live', {
    unit: question.unit,
    indicators: indicators.join(','),
    from: question.from,
    to: question.to,
    asOf: question.asOf,
    cycle: indicators.some((it) => it.startsWith('review.')) ? question.cycle : null,
  });
}

/**
 * Opens a stream of figures; answers how to close it. A stream that breaks off is opened again by the browser; one that is refused, or
 * whose right is gone, is lost.
 */
export function openLive(
  url: string,
  listener: Listener,
  open: (url: string) => Source = (it) => new EventSource(it),
): () => void {
  const source = open(url);
  let over = false;
  const end = () => {
    over = true;
    source.close();
  };
  const lose = () => {
    if (!over) {
      end();
      listener.lost();
    }
  };
  const hear = (type: string, told: (data: Told) => void) =>
    source.addEventListener(type, (event) => {
      const data = over ? null : read(event.data);
      if (data) {
        told(data);
      }
    });
  hear('figures', (data) => data.answer && listener.figures(data.answer, freshness(data)));
  hear('fresh', (data) => listener.fresh(freshness(data)));
  source.addEventListener('end', lose);
  source.addEventListener('error', () => {
    if (source.readyState === CLOSED) {
      lose();
    }
  });
  return end;
}

interface Told {
  readonly watermark?: string;
  readonly ageMs?: number;
  readonly answer?: Figures;
}

function read(data: string | undefined): Told | null {
  try {
    return JSON.parse(data ?? 'null') as Told | null;
  } catch {
    return null;
  }
}

function freshness(data: Told): Freshness {
  return { watermark: data.watermark ?? null, ageMs: data.ageMs ?? null };
}
