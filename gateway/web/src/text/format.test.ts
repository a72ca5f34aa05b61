import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatNumber, formatShare, officeDay } from './format';

describe('numbers', () => {
  it('are grouped as the language does', () => {
    expect(formatNumber(5034, 'vi')).toBe('5.034');
    expect(formatNumber(5034, 'en')).toBe('5,034');
  });

  it('print zero as 0', () => {
    expect(formatNumber(0, 'vi')).toBe('0');
  });

  it('have the decimal comma in Vietnamese', () => {
    expect(formatNumber(7.17, 'vi')).toBe('7,17');
  });
});

describe('shares', () => {
  it('have one decimal', () => {
    expect(formatShare(25, 45, 'vi')).toBe('55,6%');
    expect(formatShare(25, 45, 'en')).toBe('55.6%');
  });

  it('may pass the whole', () => {
    expect(formatShare(7, 5, 'vi')).toBe('140%');
  });

  it('are 100 % or 0 % only where that is exact', () => {
    expect(formatShare(172, 172, 'vi')).toBe('100%');
    expect(formatShare(5031, 5032, 'vi')).toBe('99,98%');
    expect(formatShare(0, 5032, 'vi')).toBe('0%');
    expect(formatShare(2, 5032, 'vi')).toBe('0,04%');
  });
});

describe('days and instants', () => {
  it('are written as the language does, whatever the machine’s zone', () => {
    expect(formatDay('2022-11-30', 'vi')).toBe('30/11/2022');
    expect(formatDay('2022-11-30', 'en')).toBe('30 Nov 2022');
  });

  it('stand in the office’s time', () => {
    expect(formatInstant('2022-11-30T17:00:05.123456Z', 'vi')).toBe('00:00:05 ngày 01/12/2022');
    expect(officeDay(new Date('2022-11-30T17:00:00Z'))).toBe('2022-12-01');
  });
});
