import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import { type Session, readSession, returnToPlace } from './api/session';
import { useLoaded } from './api/useLoaded';
import { FiguresPage } from './figures/FiguresPage';
import { Header } from './frame/Header';
import { ProblemNotice } from './frame/ProblemNotice';
import { useText } from './frame/Settings';
import { SignIn } from './frame/SignIn';

export function App() {
  const t = useText();
  const [attempt, setAttempt] = useState(0);
  const loaded = useLoaded<Session>(`session ${attempt}`, readSession);
  const session = loaded.value;

  useEffect(() => {
    if (session?.authenticated) {
      returnToPlace();
    }
  }, [session]);

  if (loaded.problem) {
    return (
      <main className="alone">
        <ProblemNotice problem={loaded.problem} onRetry={() => setAttempt(attempt + 1)} />
      </main>
    );
  }
  if (!session) {
    return (
      <main className="alone" aria-busy="true">
        <Spin size="large" description={t('app.loading')}>
          <div className="waiting" />
        </Spin>
      </main>
    );
  }
  return session.authenticated ? (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Header session={session} />
      <FiguresPage />
    </>
  ) : (
    <SignIn session={session} />
  );
}
