import { describe, expect, it } from 'vitest';
import { placeAddress, readPlace, withDay, withYear } from './place';

const TODAY = '2023-06-15';

describe('the place', () => {
  it('is the usual year’s last day where the address says nothing', () => {
    expect(readPlace('', TODAY, 2022)).toEqual({ unit: null, year: 2022, asOf: '2022-12-31', knownAt: null });
  });

  it('survives the way through the address', () => {
    const place = { unit: 'BT.TA', year: 2022, asOf: '2022-11-30', knownAt: '2023-01-05T10:00:00.000Z' };
    expect(readPlace(placeAddress(place).slice(1), TODAY, 2020)).toEqual(place);
  });

  it('takes nonsense for nothing', () => {
    const place = readPlace('?year=1200&as-of=tomorrow&known-at=then', TODAY, 2022);
    expect(place).toEqual({ unit: null, year: 2022, asOf: '2022-12-31', knownAt: null });
  });

  it('looks at the running year as of today', () => {
    expect(withYear(readPlace('', TODAY, 2022), 2023, TODAY).asOf).toBe(TODAY);
  });

  it('never looks at a year before it began', () => {
    expect(withDay(readPlace('', TODAY, 2022), '2021-03-01').year).toBe(2021);
    expect(withDay(readPlace('', TODAY, 2022), '2023-02-01').year).toBe(2022);
  });
});
