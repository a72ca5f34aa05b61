import { Segmented, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { type Figure, type Question, readFigures } from '../api/reporting';
import { useLoaded } from '../api/useLoaded';
import { ProblemNotice } from '../frame/ProblemNotice';
import { useSettings, useText } from '../frame/Settings';
import { sayCode } from '../text/dictionary';
import { formatNumber, formatShare } from '../text/format';
import { BarChart } from './BarChart';
import { type Series, crossTable } from './parts';

type What = 'grades' | 'kinds';
type As = 'chart' | 'table';

const PLANS: Readonly<Record<What, { readonly indicator: string; readonly by: readonly string[] }>> = {
  grades: { indicator: 'review.member-grades', by: ['unit', 'grade'] },
  kinds: { indicator: 'member.count', by: ['kind'] },
};
const GRADES = ['EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED'];

/** One picture at a time, and the same as a table. */
export function Charts({ question, subject }: { readonly question: Question; readonly subject: string }) {
  const t = useText();
  const { language } = useSettings();
  const [what, setWhat] = useState<What>('grades');
  const [as, setAs] = useState<As>('chart');
  const plan = PLANS[what];
  const loaded = useLoaded(
    `${what} ${JSON.stringify(question)}`,
    (signal) => readFigures(question, [plan.indicator], plan.by, signal),
    `${what} ${subject}`,
  );
  const title = t(what === 'grades' ? 'chart.grades' : 'chart.kinds');
  const series = useMemo(() => {
    const breakdown = loaded.value?.figures.figures[0]?.breakdown;
    if (!breakdown) {
      return null;
    }
    return what === 'grades'
      ? crossTable(breakdown, 'unit', 'grade', GRADES, language)
      : crossTable(breakdown, 'kind', 'all', [], language);
  }, [loaded.value, what, language]);
  const emptyReason = (figure: Figure | undefined) =>
    figure?.breakdown?.restricted
      ? t('children.restricted')
      : figure?.absent
        ? sayCode(language, 'absent', figure.absent)
        : t('chart.empty');
  return (
    <section className="group" aria-labelledby="chart-title">
      <h2 id="chart-title">{title}</h2>
      <div className="chart-tools">
        <div role="group" aria-label={t('chart.what')}>
          <Segmented<What>
            value={what}
            onChange={setWhat}
            options={[
              { value: 'grades', label: t('chart.grades') },
              { value: 'kinds', label: t('chart.kinds') },
            ]}
          />
        </div>
        <div role="group" aria-label={t('chart.as')} data-testid="chart-as">
          <Segmented<As>
            value={as}
            onChange={setAs}
            options={[
              { value: 'chart', label: t('chart.as-chart') },
              { value: 'table', label: t('chart.as-table') },
            ]}
          />
        </div>
      </div>
      <div className="card chart-card">
        {loaded.problem && <ProblemNotice problem={loaded.problem} />}
        {!loaded.value && !loaded.problem && <Skeleton active />}
        {loaded.value && (!series || series.rows.length === 0) && (
          <p>{emptyReason(loaded.value.figures.figures[0])}</p>
        )}
        {series && series.rows.length > 0 && as === 'chart' && (
          <BarChart series={series} label={t('chart.described', { title })} />
        )}
        {series && series.rows.length > 0 && as === 'table' && (
          <SeriesTable
            series={series}
            title={title}
            first={t(what === 'grades' ? 'children.unit' : 'chart.kind')}
            single={t('chart.count')}
          />
        )}
      </div>
    </section>
  );
}

function SeriesTable({
  series,
  title,
  first,
  single,
}: {
  readonly series: Series;
  readonly title: string;
  readonly first: string;
  readonly single: string;
}) {
  const { language } = useSettings();
  const several = series.columns.length > 1;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={title}>
      <table className="sheet" data-testid="chart-table">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {series.columns.map((column) => (
              <th scope="col" className="number" key={column.key}>
                {several ? column.name : single}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.rows.map((row, index) => {
            const counts = series.counts[index] ?? [];
            const total = counts.reduce((sum, count) => sum + count, 0);
            return (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {counts.map((count, column) => (
                  <td className="number" key={series.columns[column]?.key}>
                    {formatNumber(count, language)}
                    {several && total > 0 && (
                      <span className="cell-more">{formatShare(count, total, language)}</span>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
