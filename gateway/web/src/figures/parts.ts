import type { Breakdown, Figure, Part } from '../api/reporting';
import { type Language, isTextKey, say } from '../text/dictionary';

/** A part without a value in that dimension. */
export const NONE = 'NONE';

export function keyOf(part: Part, dimension: string): string {
  return part.keys[dimension] || NONE;
}

/** Our own words for a code, else the service's, else the code. */
export function labelOf(part: Part, dimension: string, language: Language): string {
  const code = keyOf(part, dimension);
  const own = `${dimension === 'parent-level' ? 'level' : dimension}.${code}`;
  if (isTextKey(own)) {
    return say(language, own);
  }
  const label = part.labels?.[dimension];
  if (typeof label === 'string' && label !== '') {
    return label;
  }
  if (typeof label === 'object' && label !== null && language in label) {
    return String((label as Record<string, unknown>)[language]);
  }
  return code === NONE ? say(language, 'kind.NONE') : code;
}

/** The count of what stands in no part, whichever way it is told. */
export function unplacedOf(breakdown: Breakdown): number {
  const told = breakdown.unplaced;
  if (typeof told === 'number') {
    return told;
  }
  if (typeof told === 'object' && told !== null && 'numerator' in told) {
    return Number((told as { numerator?: unknown }).numerator ?? 0);
  }
  return 0;
}

export interface ChildRow {
  readonly unit: string;
  readonly name: string;
  readonly cells: Readonly<Record<string, Part>>;
}

/** One row a unit (by its code), in the order in which the units first appear; parts of several indicators side by side. */
export function childRows(figures: readonly Figure[], language: Language): readonly ChildRow[] {
  const rows = new Map<string, { unit: string; name: string; cells: Record<string, Part> }>();
  for (const figure of figures) {
    for (const part of figure.breakdown?.parts ?? []) {
      const unit = part.keys['unit'];
      if (!unit) {
        continue;
      }
      const row = rows.get(unit) ?? { unit, name: labelOf(part, 'unit', language), cells: {} };
      row.cells[figure.indicator] = part;
      rows.set(unit, row);
    }
  }
  return [...rows.values()];
}

export interface Series {
  readonly rows: readonly { readonly key: string; readonly name: string }[];
  readonly columns: readonly { readonly key: string; readonly name: string }[];
  /** Counts by row and column; what the answer does not name is 0. */
  readonly counts: readonly (readonly number[])[];
}

/** A two-dimensional breakdown as a table. The columns' order is the caller's; further ones follow. */
export function crossTable(
  breakdown: Breakdown,
  rowBy: string,
  columnBy: string,
  columnOrder: readonly string[],
  language: Language,
): Series {
  const rows = new Map<string, string>();
  const columns = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const part of breakdown.parts) {
    const [row, column] = [keyOf(part, rowBy), keyOf(part, columnBy)];
    rows.set(row, labelOf(part, rowBy, language));
    columns.set(column, labelOf(part, columnBy, language));
    counts.set(`${row} ${column}`, (counts.get(`${row} ${column}`) ?? 0) + (part.numerator ?? 0));
  }
  const place = (key: string) => (columnOrder.includes(key) ? columnOrder.indexOf(key) : columnOrder.length);
  const ordered = [...columns].sort(([a], [b]) => place(a) - place(b));
  return {
    rows: [...rows].map(([key, name]) => ({ key, name })),
    columns: ordered.map(([key, name]) => ({ key, name })),
    counts: [...rows.keys()].map((row) => ordered.map(([column]) => counts.get(`${row} ${column}`) ?? 0)),
  };
}
