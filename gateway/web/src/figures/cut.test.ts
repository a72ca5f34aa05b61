import { describe, expect, it } from 'vitest';
import type { Figure } from '../api/reporting';
import { cutOf, isExact, sumOf } from './cut';

const figure = (numerator: number, parts: Record<string, number>, unplaced = 0): Figure => ({
  indicator: 'member.count',
  kind: 'stock',
  definitionVersion: 1,
  numerator,
  breakdown: {
    by: ['unit'],
    additive: true,
    unplaced,
    parts: Object.entries(parts).map(([unit, count]) => ({ keys: { unit }, labels: { unit: `Đảng bộ ${unit}` }, numerator: count })),
  },
});
const CITY = { id: '1', code: 'CT', name: 'Cần Thơ', level: 'PROVINCE' };

describe('a cut', () => {
  it('sums with what has no place', () => {
    const cut = cutOf(figure(1020, { 'CT.CR': 1018 }, 2), CITY);
    expect(sumOf(cut)).toBe(1020);
    expect(cut.parts[0]).toEqual({ unit: 'CT.CR', name: 'Đảng bộ CT.CR', count: 1018 });
  });

  it('is exact where both trees give one whole', () => {
    const before = cutOf(figure(1020, { BT: 2, CR: 1018 }), CITY);
    expect(isExact(before, cutOf(figure(1020, { 'CT.CR': 1018 }, 2), CITY))).toBe(true);
    expect(isExact(before, cutOf(figure(1020, { 'CT.CR': 1018 }, 1), CITY))).toBe(false);
    expect(isExact(before, cutOf(figure(1019, { 'CT.CR': 1018 }, 1), CITY))).toBe(false);
  });
});
