import { Alert, Button } from 'antd';
import type { Problem } from '../api/http';
import { isTextKey } from '../text/dictionary';
import { useText } from './Settings';

/** A refusal: what it means, the words of who refused, what to do, and the code to tell somebody else. */
export function ProblemNotice({ problem, onRetry }: { readonly problem: Problem; readonly onRetry?: () => void }) {
  const t = useText();
  const key = `problem.title.${problem.code}`;
  const signedOut = problem.status === 401;
  return (
    <Alert
      className="problem"
      role="alert"
      type="error"
      showIcon
      title={t(isTextKey(key) ? key : signedOut ? 'problem.title.unauthenticated' : 'problem.title.other')}
      description={
        <>
          {problem.detail && <p>{problem.detail}</p>}
          {problem.remedy && <p>{problem.remedy}</p>}
          {problem.retryAfterSeconds !== null && <p>{t('problem.wait', { n: problem.retryAfterSeconds })}</p>}
          <p className="problem-code">{t('problem.code', { code: problem.code })}</p>
          {signedOut ? (
            <Button type="primary" onClick={() => location.reload()}>
              {t('sign-in.action')}
            </Button>
          ) : (
            onRetry && <Button onClick={onRetry}>{t('app.retry')}</Button>
          )}
        </>
      }
    />
  );
}
