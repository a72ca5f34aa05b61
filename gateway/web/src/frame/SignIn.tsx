import { Alert, Button } from 'antd';
import { type Session, rememberPlace } from '../api/session';
import { Brand, LanguageAndSize } from './Header';
import { useText } from './Settings';

export function SignIn({ session }: { readonly session: Session }) {
  const t = useText();
  const failed = new URLSearchParams(location.search).get('sign-in') === 'failed';
  return (
    <main className="sign-in">
      <div className="sign-in-tools">
        <LanguageAndSize />
      </div>
      <section className="sign-in-card" aria-labelledby="sign-in-title">
        <Brand />
        <h1 id="sign-in-title">{t('sign-in.title')}</h1>
        <p>{t('sign-in.text')}</p>
        {failed && <Alert type="error" showIcon title={t('sign-in.failed')} role="alert" />}
        <Button
          type="primary"
          size="large"
          block
          href={session.signIn}
          onClick={() => !failed && rememberPlace()}
          data-testid="sign-in"
        >
          {t('sign-in.action')}
        </Button>
      </section>
    </main>
  );
}
