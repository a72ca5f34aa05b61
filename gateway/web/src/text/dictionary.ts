import { en } from './en';
import { type TextKey, vi } from './vi';

export type Language = 'vi' | 'en';
export type Values = Readonly<Record<string, string | number>>;

const DICTIONARIES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { vi, en };

export function isTextKey(key: string): key is TextKey {
  return key in vi;
}

/** The text in that language, its {places} filled. */
export function say(language: Language, key: TextKey, values: Values = {}): string {
  return DICTIONARIES[language][key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A code list's text; a code that this version does not know is shown as it is. */
export function sayCode(language: Language, list: 'level' | 'kind' | 'grade' | 'base' | 'absent', code: string): string {
  const key = `${list}.${code}`;
  return isTextKey(key) ? say(language, key) : code;
}
