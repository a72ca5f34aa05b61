import { useEffect, useState } from 'react';

/** Counts up at that pace while the page is looked at, and at once when it is looked at again. */
export function useTick(everyMs: number | null): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (everyMs === null) {
      return undefined;
    }
    const next = () => {
      if (document.visibilityState === 'visible') {
        setTick((old) => old + 1);
      }
    };
    const timer = setInterval(next, everyMs);
    document.addEventListener('visibilitychange', next);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', next);
    };
  }, [everyMs]);
  return tick;
}
