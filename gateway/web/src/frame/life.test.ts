import { describe, expect, it } from 'vitest';
import type { Kin, Slice } from '../api/org';
import { dayToShow, firstDay, lastDay, stageOn, standInsOn } from './life';

const slice = (validFrom: string, validTo: string | null): Slice => ({
  id: 'u',
  code: 'CR.LB',
  name: 'Lê Bình',
  level: 'GRASSROOTS',
  validFrom,
  validTo,
});
const kin = (id: string, via: string, on: string): Kin => ({ id, code: id, name: id, via, on });

const LE_BINH = [slice('2004-01-01', '2015-01-01'), slice('2015-01-01', '2025-07-01')];
const CAI_RANG = [slice('2025-07-01', null)];

describe('the life of a unit', () => {
  it('ends before its last slice’s end', () => {
    expect(stageOn(LE_BINH, '2025-06-30')).toBe('alive');
    expect(stageOn(LE_BINH, '2025-07-01')).toBe('after');
    expect(lastDay(LE_BINH)).toBe('2025-06-30');
  });

  it('begins on its first slice’s first day', () => {
    expect(stageOn(CAI_RANG, '2025-06-30')).toBe('before');
    expect(firstDay(CAI_RANG)).toBe('2025-07-01');
    expect(lastDay(CAI_RANG)).toBeNull();
  });

  it('is shown on the usual day, else today, else on its last day', () => {
    expect(dayToShow(LE_BINH, '2022-12-31', '2026-11-22')).toBe('2022-12-31');
    expect(dayToShow(CAI_RANG, '2022-12-31', '2026-11-22')).toBe('2026-11-22');
    expect(dayToShow(LE_BINH, '2025-12-31', '2026-11-22')).toBe('2025-06-30');
  });

  it('is followed and preceded by those of the day, over several changes', () => {
    const lineage = {
      predecessors: [kin('LB', 'CR', '2025-07-01'), kin('BL', 'CR', '2025-07-01'), kin('OLD', 'BL', '2015-01-01')],
      successors: [kin('NEW', 'CR', '2030-01-01')],
    };
    const codes = (day: string, stage: 'before' | 'after') => standInsOn(lineage, day, stage).map((it) => it.code);
    expect(codes('2022-12-31', 'before')).toEqual(['LB', 'BL']);
    expect(codes('2010-01-01', 'before')).toEqual(['LB', 'OLD']);
    expect(codes('2030-01-01', 'after')).toEqual(['NEW']);
    expect(codes('2029-12-31', 'after')).toEqual([]);
  });
});
