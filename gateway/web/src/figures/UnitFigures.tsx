import { Skeleton } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import type { Slice } from '../api/org';
import { type Figure, type Indicator, type Question, readFigures } from '../api/reporting';
import { useLoaded } from '../api/useLoaded';
import { FreshnessStamp } from '../frame/FreshnessStamp';
import { ProblemNotice } from '../frame/ProblemNotice';
import { useSettings, useText } from '../frame/Settings';
import { type Place, treeDay } from '../frame/place';
import { sayCode } from '../text/dictionary';
import { formatDay } from '../text/format';
import { Charts } from './Charts';
import { ChildTable } from './ChildTable';
import { FigureCard } from './FigureCard';
import { Movement } from './Movement';
import { TwoTrees } from './TwoTrees';
import { type Fresh, type Kept, latest } from './latest';
import { ALL_INDICATORS, GROUPS } from './layout';
import { useBreakdowns } from './useBreakdowns';
import { useLive } from './useLive';
import { useTick } from './useTick';

const REFRESH_MS = 10_000;
const MEMBERS = 'figures.group.members';

interface Props {
  readonly unit: string;
  readonly place: Place;
  readonly indicators: readonly Indicator[];
  readonly history: readonly Slice[];
  readonly onChoose: (unit: string) => void;
  readonly onChooseOn: (unit: string, tree: string) => void;
  readonly onShown: (unit: ShownUnit | null) => void;
}

export interface ShownUnit {
  readonly id: string;
  readonly name: string;
}

/** Everything about one unit, as the service pushes it, or asked for from time to time where it does not. What is below the cards is asked as of the cards' own instant, so that all of it agrees. */
export function UnitFigures({ unit, place, indicators, history, onChoose, onChooseOn, onShown }: Props) {
  const t = useText();
  const { language } = useSettings();
  const { asOf, knownAt, year } = place;
  const tree = treeDay(place);
  const known = useMemo(() => new Map(indicators.map((it) => [it.id, it])), [indicators]);
  const wanted = useMemo(() => ALL_INDICATORS.filter((id) => known.has(id)), [known]);
  const question: Question = useMemo(
    () => ({ unit, from: `${year}-01-01`, to: asOf, asOf: tree, knownAt, cycle: String(year) }),
    [unit, year, asOf, tree, knownAt],
  );
  const subject = JSON.stringify(question);
  const live = useLive(knownAt ? null : question, wanted);
  const tick = useTick(knownAt || live ? null : REFRESH_MS);
  const main = useLoaded(`${subject} ${tick}`, (signal) => readFigures(question, wanted, [], signal), subject);
  const answer = useLatest(subject, live, main.value);
  const settled = useSettled(subject, answer?.figures.figures ?? null, answer?.figures.knownAt ?? null);
  const settledQuestion = useMemo(
    () => (settled ? { ...question, knownAt: settled } : null),
    [question, settled],
  );
  const breakdowns = useBreakdowns(settledQuestion, subject, known);
  const { id, name } = answer?.figures.unit ?? { id: null, name: null };
  const shownName = name ?? unit;

  useEffect(() => {
    if (id && name) {
      onShown({ id, name });
    }
  }, [id, name, onShown]);
  useEffect(() => {
    document.title = name ? `${name} – ${t('app.name')}` : t('app.name');
  }, [name, t]);

  if (!answer) {
    return main.problem ? (
      <ProblemNotice problem={main.problem} />
    ) : (
      <div aria-busy="true" aria-label={t('app.loading')}>
        <Skeleton active title paragraph={{ rows: 10 }} />
      </div>
    );
  }
  const figures = new Map(answer.figures.figures.map((figure) => [figure.indicator, figure]));
  return (
    <article aria-labelledby="unit-title">
      <div className="headline">
        <div>
          <h1 id="unit-title" data-testid="unit-title">
            {shownName}
          </h1>
          <p className="headline-more">
            {answer.figures.unit.code && `${answer.figures.unit.code} · `}
            {answer.figures.unit.level && `${sayCode(language, 'level', answer.figures.unit.level)} · `}
            {t('when.span', { from: formatDay(question.from, language), to: formatDay(question.to, language) })}
            {tree !== asOf && <strong data-testid="under-tree"> · {t('when.tree', { day: formatDay(tree, language) })}</strong>}
          </p>
        </div>
        <FreshnessStamp freshness={answer.freshness} stale={!live && main.problem !== null} />
      </div>
      {settledQuestion && tree !== asOf && (
        <TwoTrees question={settledQuestion} subject={subject} history={history} known={known} onChoose={onChooseOn} />
      )}
      {GROUPS.map((group) => {
        const cards = group.cards.filter((card) => figures.has(card.indicator));
        return (
          cards.length > 0 && (
            <section key={group.title} aria-labelledby={group.title} className="group">
              <h2 id={group.title}>{t(group.title, { year })}</h2>
              <div className={group.title === MEMBERS ? 'cards cards-beside' : 'cards'}>
                {cards.map((card) => (
                  <FigureCard
                    key={card.indicator}
                    plan={card}
                    figure={figures.get(card.indicator) as Figure}
                    indicator={known.get(card.indicator) as Indicator}
                    answer={answer.figures}
                    question={question}
                    breakdown={card.by ? breakdowns.get(`${card.indicator} ${card.by}`) : undefined}
                  />
                ))}
                {group.title === MEMBERS && <Movement figures={figures} known={known} />}
              </div>
            </section>
          )
        );
      })}
      {settledQuestion && (
        <>
          <ChildTable question={settledQuestion} subject={subject} known={known} onChoose={onChoose} />
          <Charts question={settledQuestion} subject={subject} />
        </>
      )}
    </article>
  );
}

function useLatest<T extends Fresh>(subject: string, pushed: T | null, asked: T | null): T | null {
  const kept = useRef<Kept<T> | null>(null);
  const answer = latest(subject, pushed, asked, kept.current);
  kept.current = answer && { subject, answer };
  return answer;
}

/** The instant of the latest answer that differed from the one before; while nothing happens nothing more is asked. */
function useSettled(subject: string, figures: readonly Figure[] | null, knownAt: string | null): string | null {
  const last = useRef<{ subject: string; text: string; knownAt: string | null } | null>(null);
  if (figures) {
    const text = JSON.stringify(figures);
    if (last.current?.subject !== subject || last.current.text !== text) {
      last.current = { subject, text, knownAt };
    }
  }
  return last.current?.subject === subject ? last.current.knownAt : null;
}
