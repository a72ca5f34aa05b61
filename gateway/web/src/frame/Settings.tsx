import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import viVN from 'antd/locale/vi_VN';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/vi';
import { type ReactNode, createContext, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, type Values, say } from '../text/dictionary';
import type { TextKey } from '../text/vi';

export type TextSize = 'normal' | 'large';

interface Chosen {
  readonly language: Language;
  readonly size: TextSize;
  readonly setLanguage: (language: Language) => void;
  readonly setSize: (size: TextSize) => void;
}

const Context = createContext<Chosen | null>(null);

const PIXELS: Readonly<Record<TextSize, number>> = { normal: 18, large: 21 };

/** Language and size of type, remembered in this browser. */
export function Settings({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (remembered('language') === 'en' ? 'en' : 'vi'));
  const [size, setSize] = useState<TextSize>(() => (remembered('size') === 'large' ? 'large' : 'normal'));

  useEffect(() => {
    document.documentElement.lang = language;
    dayjs.locale(language === 'vi' ? 'vi' : 'en-gb');
    remember('language', language);
  }, [language]);
  useEffect(() => {
    document.documentElement.style.fontSize = `${PIXELS[size]}px`;
    remember('size', size);
  }, [size]);

  const chosen = useMemo(() => ({ language, size, setLanguage, setSize }), [language, size]);
  return (
    <Context value={chosen}>
      <ConfigProvider
        locale={language === 'vi' ? viVN : enGB}
        theme={{
          token: {
            colorPrimary: '#8f1318',
            colorLink: '#7d1015',
            colorText: '#1c2430',
            colorTextSecondary: '#465264',
            colorTextPlaceholder: '#5d6877',
            colorBorder: '#7b8696',
            borderRadius: 10,
            fontSize: PIXELS[size],
            controlHeight: Math.round(PIXELS[size] * 2.6),
            fontFamily: "'Be Vietnam Pro', 'Noto Sans', 'Segoe UI', system-ui, sans-serif",
          },
        }}
      >
        {children}
      </ConfigProvider>
    </Context>
  );
}

export function useSettings(): Chosen {
  const chosen = useContext(Context);
  if (!chosen) {
    throw new Error('Settings are missing above');
  }
  return chosen;
}

export function useText(): (key: TextKey, values?: Values) => string {
  const { language } = useSettings();
  return useMemo(() => (key: TextKey, values?: Values) => say(language, key, values), [language]);
}

function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`tusoi.${name}`);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`tusoi.${name}`, value);
  } catch {
    // a browser that keeps nothing starts with the defaults next time
  }
}
