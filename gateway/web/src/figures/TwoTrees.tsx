import { Button, Select, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { type Slice, readLineage } from '../api/org';
import { type Figure, type Indicator, type Question, readFigures } from '../api/reporting';
import { useLoaded } from '../api/useLoaded';
import { ProblemNotice } from '../frame/ProblemNotice';
import { useSettings, useText } from '../frame/Settings';
import { stageOn, standInsOn } from '../frame/life';
import { formatDay, formatNumber } from '../text/format';
import { type Cut, cutOf, isExact, sumOf } from './cut';

const INDICATORS = [
  'member.count',
  'unit.branches',
  'review.members-reviewed',
  'review.good-or-better',
  'discipline.members',
  'removal.members',
] as const;

interface Props {
  readonly question: Question;
  readonly subject: string;
  readonly history: readonly Slice[];
  readonly known: ReadonlyMap<string, Indicator>;
  readonly onChoose: (unit: string, tree: string) => void;
}

/** The same facts by the tree of their own day and by the tree of another, side by side; what has no place is counted. */
export function TwoTrees({ question, subject, history, known, onChoose }: Props) {
  const t = useText();
  const { language } = useSettings();
  const [indicator, setIndicator] = useState<string>(INDICATORS[0]);
  const choices = INDICATORS.filter((id) => known.get(id)?.dimensions.some((it) => it.id === 'unit'));
  const loaded = useLoaded(
    `${JSON.stringify(question)} ${indicator}`,
    (signal) => readBoth(question, history, indicator, signal),
    `${subject} ${indicator}`,
  );
  const both = loaded.value;
  return (
    <section className="group" aria-labelledby="trees-title" data-testid="two-trees">
      <h2 id="trees-title">{t('trees.title')}</h2>
      <p>{t('trees.text', { to: formatDay(question.to, language), tree: formatDay(question.asOf, language) })}</p>
      <div className="field trees-field">
        <label className="field-label" htmlFor="trees-what">
          {t('trees.what')}
        </label>
        <Select
          id="trees-what"
          value={indicator}
          onChange={setIndicator}
          options={choices.map((id) => ({ value: id, label: known.get(id)?.text[language] ?? id }))}
        />
      </div>
      {loaded.problem && <ProblemNotice problem={loaded.problem} />}
      {!both && !loaded.problem && <Skeleton active />}
      {both && (
        <>
          <div className="trees">
            <Side title={t('trees.of', { day: formatDay(question.to, language) })} day={question.to} cut={both.before} onChoose={onChoose} />
            <Side title={t('trees.of', { day: formatDay(question.asOf, language) })} day={question.asOf} cut={both.after} onChoose={onChoose} />
          </div>
          <p>
            {isExact(both.before, both.after) ? (
              <Tag color="green" data-testid="trees-exact">
                {t('trees.exact')}
              </Tag>
            ) : (
              <Tag color="red">{t('trees.differ', { n: formatNumber(both.after.whole - both.before.whole, language) })}</Tag>
            )}
          </p>
        </>
      )}
    </section>
  );
}

function Side({
  title,
  day,
  cut,
  onChoose,
}: {
  readonly title: string;
  readonly day: string;
  readonly cut: Cut;
  readonly onChoose: (unit: string, tree: string) => void;
}) {
  const t = useText();
  const { language } = useSettings();
  return (
    <div className="scroll">
      <table className="sheet">
        <caption>{title}</caption>
        <tbody>
          {cut.parts.map((part) => (
            <tr key={part.unit}>
              <th scope="row">
                <Button type="link" className="drill" onClick={() => onChoose(part.unit, day)}>
                  {part.name}
                </Button>
              </th>
              <td className="number">{formatNumber(part.count, language)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('trees.unplaced')}</th>
            <td className="number" data-testid="trees-unplaced">
              {formatNumber(cut.unplaced, language)}
            </td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('children.total')}</th>
            <td className="number" data-value={sumOf(cut)}>
              {formatNumber(sumOf(cut), language)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

async function readBoth(question: Question, history: readonly Slice[], indicator: string, signal: AbortSignal) {
  const [before, after] = await Promise.all([
    readBefore({ ...question, asOf: question.to }, history, indicator, signal),
    readCut(question, indicator, signal),
  ]);
  return { before, after };
}

/** By its children where the unit lived already; else by those that it was made of. */
async function readBefore(
  question: Question,
  history: readonly Slice[],
  indicator: string,
  signal: AbortSignal,
): Promise<Cut> {
  const stage = stageOn(history, question.to);
  if (stage === 'alive') {
    return readCut(question, indicator, signal);
  }
  const kin = standInsOn(await readLineage(question.unit, question.knownAt, signal), question.to, stage);
  const cuts = await Promise.all(
    kin.map(async (other) => ({ other, cut: await readCut({ ...question, unit: other.id }, indicator, signal) })),
  );
  return {
    whole: cuts.reduce((sum, { cut }) => sum + cut.whole, 0),
    unplaced: 0,
    parts: cuts.map(({ other, cut }) => ({ unit: other.code, name: other.name, count: cut.whole })),
  };
}

async function readCut(question: Question, indicator: string, signal: AbortSignal): Promise<Cut> {
  const { figures } = await readFigures(question, [indicator], ['unit'], signal);
  return cutOf(figures.figures[0] as Figure, figures.unit);
}
