import { useEffect, useRef, useState } from 'react';
import { Problem } from './http';

export interface Loaded<T> {
  readonly value: T | null;
  readonly problem: Problem | null;
  readonly loading: boolean;
}

/**
 * What `load` brings for that key. While a new key of the same subject loads, or fails, the old value stays; another
 * subject's value is never shown.
 */
export function useLoaded<T>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<T>,
  subject: string | null = key,
): Loaded<T> {
  const [state, setState] = useState<Loaded<T> & { readonly subject: string | null }>({
    subject: null,
    value: null,
    problem: null,
    loading: true,
  });
  const loader = useRef(load);
  loader.current = load;

  useEffect(() => {
    if (key === null) {
      return undefined;
    }
    const stop = new AbortController();
    const keep = (old: { readonly subject: string | null; readonly value: T | null }) =>
      old.subject === subject ? old.value : null;
    setState((old) => ({ subject, value: keep(old), problem: null, loading: true }));
    loader
      .current(stop.signal)
      .then((value) => {
        if (!stop.signal.aborted) {
          setState({ subject, value, problem: null, loading: false });
        }
      })
      .catch((thrown: unknown) => {
        if (!stop.signal.aborted) {
          setState((old) => ({ subject, value: keep(old), problem: Problem.from(thrown), loading: false }));
        }
      });
    return () => stop.abort();
  }, [key, subject]);

  return state.subject === subject && key !== null ? state : { value: null, problem: null, loading: key !== null };
}
