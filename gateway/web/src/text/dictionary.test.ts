import { describe, expect, it } from 'vitest';
import { say, sayCode } from './dictionary';
import { en } from './en';
import { type TextKey, vi } from './vi';

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((it) => it[1]).sort();
const keys = Object.keys(vi) as TextKey[];

describe('the dictionary', () => {
  it('has the same texts in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  it.each(keys)('has words for %s, with the same places', (key) => {
    expect(vi[key].trim()).not.toBe('');
    expect(en[key].trim()).not.toBe('');
    expect(places(en[key])).toEqual(places(vi[key]));
  });

  it('is in composed form, and writes Đ with U+0110', () => {
    for (const text of [...Object.values(vi), ...Object.values(en)]) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toContain('\u00D0');
    }
  });

  it('fills places', () => {
    expect(say('vi', 'figures.of', { n: '25', d: '45' })).toBe('25 trên 45');
  });

  it('shows an unknown code as it is', () => {
    expect(sayCode('vi', 'kind', 'SCHOOL')).toBe('Trường học');
    expect(sayCode('vi', 'kind', 'MONASTERY')).toBe('MONASTERY');
  });
});
