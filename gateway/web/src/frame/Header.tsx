import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { type Session, signOut } from '../api/session';
import { Problem } from '../api/http';
import { ProblemNotice } from './ProblemNotice';
import { type TextSize, useSettings, useText } from './Settings';

export function Header({ session }: { readonly session: Session }) {
  const t = useText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const name = session.displayName || session.username || '';
  const leave = () => {
    signOut(session).catch((thrown: unknown) => setProblem(Problem.from(thrown)));
  };
  return (
    <header className="header">
      <div className="header-row">
        <Brand />
        <div className="header-tools">
          <LanguageAndSize />
          <span className="header-account" title={t('account.signed-in-as', { name: session.username ?? '' })}>
            {name}
          </span>
          <Button ghost onClick={leave} data-testid="sign-out">
            {t('sign-out.action')}
          </Button>
        </div>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </header>
  );
}

export function Brand() {
  const t = useText();
  return (
    <div className="brand">
      <img src="/mark.svg" alt="" width="44" height="44" />
      <div>
        <div className="brand-name">{t('app.name')}</div>
        <div className="brand-line">{t('app.tagline')}</div>
      </div>
    </div>
  );
}

export function LanguageAndSize() {
  const t = useText();
  const { language, size, setLanguage, setSize } = useSettings();
  return (
    <>
      <div role="group" aria-label={t('app.language')} data-testid="language">
        <Segmented
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'vi', label: <span lang="vi">Tiếng Việt</span> },
            { value: 'en', label: <span lang="en">English</span> },
          ]}
        />
      </div>
      <div role="group" aria-label={t('app.text-size')}>
        <Segmented<TextSize>
          value={size}
          onChange={setSize}
          options={[
            { value: 'normal', label: <span aria-label={t('app.text-normal')}>A</span> },
            {
              value: 'large',
              label: (
                <span aria-label={t('app.text-large')} className="large-letter">
                  A
                </span>
              ),
            },
          ]}
        />
      </div>
    </>
  );
}
