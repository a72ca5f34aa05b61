import { describe, expect, it } from 'vitest';
import { namesADay, placeAddress, readPlace, treeDay, withDay, withYear } from './place';

const TODAY = '2023-06-15';

describe('the place', () => {
  it('is the usual year’s last day where the address says nothing', () => {
    expect(readPlace('', TODAY, 2022)).toEqual({ unit: null, year: 2022, asOf: '2022-12-31', knownAt: null, tree: null });
  });

  it('survives the way through the address', () => {
    const place = { unit: 'BT.TA', year: 2022, asOf: '2022-11-30', knownAt: '2023-01-05T10:00:00.000Z', tree: '2025-07-01' };
    expect(readPlace(placeAddress(place).slice(1), TODAY, 2020)).toEqual(place);
  });

  it('takes nonsense for nothing', () => {
    const place = readPlace('?year=1200&as-of=tomorrow&known-at=then', TODAY, 2022);
    expect(place).toEqual({ unit: null, year: 2022, asOf: '2022-12-31', knownAt: null, tree: null });
  });

  it('looks at the running year as of today', () => {
    expect(withYear(readPlace('', TODAY, 2022), 2023, TODAY).asOf).toBe(TODAY);
  });

  it('never looks at a year before it began', () => {
    expect(withDay(readPlace('', TODAY, 2022), '2021-03-01').year).toBe(2021);
    expect(withDay(readPlace('', TODAY, 2022), '2023-02-01').year).toBe(2022);
  });

  it('knows whether the address names a day', () => {
    expect(namesADay('?unit=CT&as-of=2022-12-31')).toBe(true);
    expect(namesADay('?unit=CT&as-of=then')).toBe(false);
  });

  it('puts figures under their own day’s tree until another is asked for', () => {
    const place = readPlace('?year=2022&as-of=2022-11-30&tree=2025-07-01', TODAY, 2022);
    expect(treeDay(place)).toBe('2025-07-01');
    expect(treeDay(withDay(place, '2022-10-31'))).toBe('2022-10-31');
  });
});
