import type { Figure, Figures } from '../api/reporting';
import { unplacedOf } from './parts';

/** A count by child unit under one tree; `unplaced` has no place in it. */
export interface Cut {
  readonly whole: number;
  readonly unplaced: number;
  readonly parts: readonly { readonly unit: string; readonly name: string; readonly count: number }[];
}

export function cutOf(figure: Figure, unit: Figures['unit']): Cut {
  const parts = (figure.breakdown?.parts ?? []).map((part) => {
    const code = part.keys['unit'] ?? '';
    const label = part.labels?.['unit'];
    return {
      unit: code,
      name: typeof label === 'string' && label ? label : code === unit.code ? (unit.name ?? code) : code,
      count: part.numerator ?? 0,
    };
  });
  return { whole: figure.numerator ?? 0, unplaced: figure.breakdown ? unplacedOf(figure.breakdown) : 0, parts };
}

export function sumOf(cut: Cut): number {
  return cut.parts.reduce((sum, part) => sum + part.count, cut.unplaced);
}

/** Both sum to their whole, and the wholes are one. */
export function isExact(before: Cut, after: Cut): boolean {
  return sumOf(before) === before.whole && sumOf(after) === after.whole && before.whole === after.whole;
}
