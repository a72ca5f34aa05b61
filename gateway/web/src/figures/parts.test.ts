import { describe, expect, it } from 'vitest';
import type { Breakdown, Figure } from '../api/reporting';
import { childRows, crossTable, labelOf, unplacedOf } from './parts';

const part = (keys: Record<string, string>, numerator: number, labels: Record<string, unknown> = {}) => ({
  keys,
  labels,
  numerator,
});
const breakdown = (by: string[], parts: Breakdown['parts'], unplaced: unknown = 0): Breakdown => ({
  by,
  additive: true,
  parts,
  unplaced,
});
const figure = (indicator: string, parts: Breakdown['parts']): Figure => ({
  indicator,
  kind: 'stock',
  definitionVersion: 1,
  breakdown: breakdown(['unit'], parts),
});

describe('labels', () => {
  it('are our own words first, then the service’s, then the code', () => {
    expect(labelOf(part({ grade: 'GOOD' }, 1, { grade: 'tốt' }), 'grade', 'en')).toBe('Good');
    expect(labelOf(part({ ground: 'X' }, 1, { ground: 'Trả thẻ' }), 'ground', 'vi')).toBe('Trả thẻ');
    expect(labelOf(part({ ground: 'X' }, 1, { ground: { vi: 'một', en: 'one' } }), 'ground', 'en')).toBe('one');
    expect(labelOf(part({ ground: 'X' }, 1), 'ground', 'vi')).toBe('X');
  });
});

describe('child rows', () => {
  it('bring a unit’s parts of several indicators together', () => {
    const rows = childRows(
      [
        figure('member.count', [part({ unit: 'a' }, 3, { unit: 'A' }), part({ unit: 'b' }, 4, { unit: 'B' })]),
        figure('removal.members', [part({ unit: 'b' }, 1, { unit: 'B' })]),
      ],
      'vi',
    );
    expect(rows.map((row) => row.name)).toEqual(['A', 'B']);
    expect(rows[1]?.cells['removal.members']?.numerator).toBe(1);
    expect(rows[0]?.cells['removal.members']).toBeUndefined();
  });
});

describe('cross tables', () => {
  it('have every cell, 0 where nothing was told, columns in the order asked for', () => {
    const table = crossTable(
      breakdown(
        ['unit', 'grade'],
        [
          part({ unit: 'a', grade: 'GOOD' }, 5, { unit: 'A' }),
          part({ unit: 'b', grade: 'EXCELLENT' }, 2, { unit: 'B' }),
        ],
      ),
      'unit',
      'grade',
      ['EXCELLENT', 'GOOD'],
      'vi',
    );
    expect(table.columns.map((it) => it.key)).toEqual(['EXCELLENT', 'GOOD']);
    expect(table.counts).toEqual([
      [0, 5],
      [2, 0],
    ]);
  });
});

describe('what is unplaced', () => {
  it('is read as a number or as a part', () => {
    expect(unplacedOf(breakdown([], [], 3))).toBe(3);
    expect(unplacedOf(breakdown([], [], { numerator: 2 }))).toBe(2);
    expect(unplacedOf(breakdown([], [], null))).toBe(0);
  });
});
