import { Progress } from 'antd';
import type { Breakdown, Figure, Figures, Indicator, Question } from '../api/reporting';
import { figuresAddress } from '../api/reporting';
import { useSettings, useText } from '../frame/Settings';
import { sayCode } from '../text/dictionary';
import { formatDay, formatInstant, formatNumber, formatShare } from '../text/format';
import type { CardPlan } from './layout';
import { labelOf, unplacedOf } from './parts';

interface Props {
  readonly plan: CardPlan;
  readonly figure: Figure;
  readonly indicator: Indicator;
  readonly answer: Figures;
  readonly question: Question;
  readonly breakdown: Breakdown | undefined;
}

/** One indicator: its value, its base and share, what it consists of, and where it comes from. */
export function FigureCard({ plan, figure, indicator, answer, question, breakdown }: Props) {
  const t = useText();
  const { language } = useSettings();
  const title = `card-${figure.indicator}`;
  return (
    <section className="card" aria-labelledby={title} data-testid={`figure-${figure.indicator}`}>
      <h3 id={title}>{indicator.text[language]}</h3>
      <Value plan={plan} figure={figure} />
      {breakdown?.restricted && <p className="base">{t('children.restricted')}</p>}
      {breakdown && breakdown.parts.length > 0 && !isAbsent(figure) && (
        <BreakdownList breakdown={breakdown} dimension={breakdown.by[0] as string} />
      )}
      <Source figure={figure} indicator={indicator} answer={answer} question={question} />
    </section>
  );
}

function isAbsent(figure: Figure): boolean {
  return (figure.numerator ?? null) === null;
}

function Value({ plan, figure }: { readonly plan: CardPlan; readonly figure: Figure }) {
  const t = useText();
  const { language } = useSettings();
  const reason = figure.absent ? sayCode(language, 'absent', figure.absent) : null;
  if (isAbsent(figure) || (plan.leads === 'value' && typeof figure.value !== 'string')) {
    return (
      <p className="absent" data-testid="absent">
        <span className="absent-mark">{t('figures.absent')}</span>
        {reason && <span>{reason}</span>}
      </p>
    );
  }
  if (plan.leads === 'value') {
    return <p className="value value-words">{sayCode(language, 'grade', String(figure.value))}</p>;
  }
  const count = figure.numerator ?? Number(figure.value);
  const base = figure.denominator ?? null;
  const number = <span data-testid="value">{formatNumber(count, language)}</span>;
  if (base === null || base === 0) {
    return (
      <>
        <p className="value" data-value={count}>
          {number}
        </p>
        {reason && <p className="base">{reason}</p>}
      </>
    );
  }
  const share = formatShare(count, base, language);
  const baseName = figure.denominatorName ? sayCode(language, 'base', figure.denominatorName) : '';
  return (
    <>
      <p className="value" data-value={count} data-base={base}>
        {plan.leads === 'share' ? <span data-testid="share">{share}</span> : number}
      </p>
      {plan.leads === 'share' && (
        <Progress
          percent={Math.min(100, (count / base) * 100)}
          showInfo={false}
          strokeColor="#8f1318"
          railColor="#e3dcd4"
          aria-hidden="true"
        />
      )}
      <p className="base">
        {plan.leads === 'share' ? (
          <strong>{t('figures.of', { n: formatNumber(count, language), d: formatNumber(base, language) })}</strong>
        ) : (
          <strong>{share}</strong>
        )}{' '}
        {plan.leads === 'share' ? baseName : t('figures.base', { name: baseName, d: formatNumber(base, language) })}
      </p>
    </>
  );
}

function BreakdownList({ breakdown, dimension }: { readonly breakdown: Breakdown; readonly dimension: string }) {
  const t = useText();
  const { language } = useSettings();
  const unplaced = unplacedOf(breakdown);
  const sharesBase = new Set(breakdown.parts.map((part) => part.denominator)).size > 1 || breakdown.parts.length === 1;
  return (
    <dl className="parts">
      {breakdown.parts.map((part) => (
        <div key={JSON.stringify(part.keys)}>
          <dt>{labelOf(part, dimension, language)}</dt>
          <dd>
            {part.numerator === null || part.numerator === undefined
              ? t('children.hidden')
              : formatNumber(part.numerator, language)}
            {dimension === 'grade' && part.denominator ? (
              <span className="parts-base"> · {formatShare(part.numerator ?? 0, part.denominator, language)}</span>
            ) : null}
            {sharesBase && dimension !== 'grade' && part.denominator !== null && part.denominator !== undefined && (
              <span className="parts-base">/{formatNumber(part.denominator, language)}</span>
            )}
          </dd>
        </div>
      ))}
      {unplaced > 0 && (
        <div>
          <dt>{t('children.unplaced')}</dt>
          <dd>{formatNumber(unplaced, language)}</dd>
        </div>
      )}
    </dl>
  );
}

function Source({ figure, indicator, answer, question }: Omit<Props, 'plan' | 'breakdown'>) {
  const t = useText();
  const { language } = useSettings();
  const url = figuresAddress({ ...question, knownAt: answer.knownAt }, [figure.indicator]);
  const lines: readonly (readonly [string, React.ReactNode])[] = [
    [t('figures.source.indicator'), <code key="id">{figure.indicator}</code>],
    [t('figures.source.counts'), indicator.counts[language] || indicator.text[language]],
    [
      t('figures.source.span'),
      t('when.span', { from: formatDay(answer.span.from, language), to: formatDay(answer.span.to, language) }),
    ],
    [t('figures.source.as-of'), formatDay(answer.asOf, language)],
    [t('figures.source.known-at'), formatInstant(answer.knownAt, language)],
    [t('figures.source.version'), String(figure.definitionVersion)],
    ...(figure.profile ? [[t('figures.source.profile'), figure.profile] as const] : []),
    [
      t('figures.source.request'),
      <a key="url" href={url} target="_blank" rel="noreferrer">
        {url}
      </a>,
    ],
  ];
  return (
    <details className="source">
      <summary aria-label={t('figures.source.of', { name: indicator.text[language] })}>
        {t('figures.source')} <code>{figure.indicator}</code>
      </summary>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
