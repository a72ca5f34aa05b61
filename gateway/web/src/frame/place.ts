import { useSyncExternalStore } from 'react';

/** What the page shows, kept in its address, so that a link, a reload and the way back show the same. */
export interface Place {
  readonly unit: string | null;
  readonly year: number;
  readonly asOf: string;
  readonly knownAt: string | null;
  /** The day whose tree the figures are put under; null is that of the figures themselves. */
  readonly tree: string | null;
}

export const FIRST_YEAR = 2015;

/** From this day on there is no district level, everywhere (294-QĐ/TW). */
export const REFORM_DAY = '2025-07-01';

export function readPlace(search: string, today: string, usualYear: number): Place {
  const query = new URLSearchParams(search);
  const thisYear = Number(today.slice(0, 4));
  const wanted = Number(query.get('year'));
  const year = Number.isInteger(wanted) && wanted >= FIRST_YEAR && wanted <= thisYear ? wanted : usualYear;
  return {
    unit: query.get('unit'),
    year,
    asOf: day(query.get('as-of')) ?? yearEnd(year, today),
    knownAt: instant(query.get('known-at')),
    tree: day(query.get('tree')),
  };
}

export function namesADay(search: string): boolean {
  return day(new URLSearchParams(search).get('as-of')) !== null;
}

export function treeDay(place: Place): string {
  return place.tree ?? place.asOf;
}

export function placeAddress(place: Place): string {
  const query = new URLSearchParams();
  if (place.unit) {
    query.set('unit', place.unit);
  }
  query.set('year', String(place.year));
  query.set('as-of', place.asOf);
  if (place.knownAt) {
    query.set('known-at', place.knownAt);
  }
  if (place.tree) {
    query.set('tree', place.tree);
  }
  return `/?${query.toString()}`;
}

/** Another review year is looked at from its last day, or from today in its course. */
export function withYear(place: Place, year: number, today: string): Place {
  return { ...place, year, asOf: yearEnd(year, today), tree: null };
}

/** A day before the review year takes its own year along. */
export function withDay(place: Place, asOf: string): Place {
  return { ...place, asOf, year: Math.min(place.year, Number(asOf.slice(0, 4))), tree: null };
}

export function yearEnd(year: number, today: string): string {
  const end = `${year}-12-31`;
  return end < today ? end : today;
}

export function go(place: Place): void {
  history.pushState(null, '', placeAddress(place));
  window.dispatchEvent(new PopStateEvent('popstate'));
}

export function useSearch(): string {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('popstate', changed);
      return () => window.removeEventListener('popstate', changed);
    },
    () => location.search,
  );
}

function day(text: string | null): string | null {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

function instant(text: string | null): string | null {
  return text && !Number.isNaN(Date.parse(text)) ? text : null;
}
