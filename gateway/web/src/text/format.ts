import type { Language } from './dictionary';

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };
const ZONE = 'Asia/Ho_Chi_Minh';

/** 5.034 in Vietnamese, 5,034 in English; zero is 0. */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(value);
}

/**
 * Numerator by denominator in per cent, one decimal. What is not all or nothing is never rounded to it: more decimals are
 * shown instead.
 */
export function formatShare(numerator: number, denominator: number, language: Language): string {
  const share = numerator / denominator;
  const digits = [1, 2, 3, 4].find((it) => !roundsAway(share, it)) ?? 4;
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: digits }).format(share);
}

function roundsAway(share: number, digits: number): boolean {
  const rounded = Number((share * 100).toFixed(digits));
  return (rounded === 100 && share !== 1) || (rounded === 0 && share !== 0);
}

/** An ISO day, without any time zone: 30/11/2022 or 30 Nov 2022. */
export function formatDay(day: string, language: Language): string {
  const options: Intl.DateTimeFormatOptions =
    language === 'vi'
      ? { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(`${day}T00:00:00Z`));
}

/** An instant in the office's time, to the second. */
export function formatInstant(instant: string, language: Language): string {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: ZONE,
  }).format(at);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(at);
  return language === 'vi' ? `${time} ngày ${formatDay(day, language)}` : `${time}, ${formatDay(day, language)}`;
}

/** Today in the office's time zone, as an ISO day. */
export function officeDay(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(now);
}
