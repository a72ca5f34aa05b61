import { useEffect, useMemo, useState } from 'react';
import { liveAddress, openLive } from '../api/live';
import type { Figures, Freshness, Question } from '../api/reporting';

/** Between so long and twice as long: pages that were lost together do not come again together. */
const AGAIN_MS = 45_000;
const FRESH_AT_MOST_EVERY_MS = 1000;

export interface Live {
  readonly figures: Figures;
  readonly freshness: Freshness;
}

/**
 * The figures as the service pushes them; null while it does not, and somebody else has to ask. Only while the page is looked at: a
 * browser has six connections to a server, and pages in the background would take them all. A lost stream is tried again later.
 */
export function useLive(question: Question | null, indicators: readonly string[]): Live | null {
  const seen = useSeen();
  const url = useMemo(
    () => (seen && question && indicators.length > 0 ? liveAddress(question, indicators) : null),
    [seen, question, indicators],
  );
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<(Live & { readonly url: string }) | null>(null);

  useEffect(() => {
    if (url === null || typeof EventSource === 'undefined') {
      return undefined;
    }
    let again: ReturnType<typeof setTimeout> | undefined;
    let told = 0;
    const close = openLive(url, {
      figures: (figures, freshness) => {
        told = performance.now();
        setState({ url, figures, freshness });
      },
      fresh: (freshness) => {
        if (performance.now() - told >= FRESH_AT_MOST_EVERY_MS) {
          told = performance.now();
          setState((old) => (old?.url === url ? { ...old, freshness } : old));
        }
      },
      lost: () => {
        setState(null);
        again = setTimeout(() => setAttempt((old) => old + 1), AGAIN_MS * (1 + Math.random()));
      },
    });
    return () => {
      clearTimeout(again);
      close();
    };
  }, [url, attempt]);

  return state !== null && state.url === url ? state : null;
}

function useSeen(): boolean {
  const [seen, setSeen] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setSeen(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return seen;
}
