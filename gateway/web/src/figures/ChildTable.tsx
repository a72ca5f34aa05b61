import { Button, Skeleton } from 'antd';
import { type Figure, type Indicator, type Part, type Question, readFigures } from '../api/reporting';
import { useLoaded } from '../api/useLoaded';
import { ProblemNotice } from '../frame/ProblemNotice';
import { useSettings, useText } from '../frame/Settings';
import { formatNumber, formatShare } from '../text/format';
import { CHILD_COLUMNS, type CardPlan } from './layout';
import { childRows, unplacedOf } from './parts';

interface Props {
  readonly question: Question;
  readonly subject: string;
  readonly known: ReadonlyMap<string, Indicator>;
  readonly onChoose: (unit: string) => void;
}

/** The child units side by side; a name leads into the unit. */
export function ChildTable({ question, subject, known, onChoose }: Props) {
  const t = useText();
  const { language } = useSettings();
  const columns = CHILD_COLUMNS.filter((column) => known.get(column.indicator)?.dimensions.some((it) => it.id === 'unit'));
  const loaded = useLoaded(
    JSON.stringify(question),
    (signal) => readFigures(question, columns.map((column) => column.indicator), ['unit'], signal),
    subject,
  );
  const figures = loaded.value?.figures.figures ?? [];
  const self = loaded.value?.figures.unit;
  const found = childRows(figures, language);
  const rows = found.some((row) => row.unit !== self?.code) ? found : [];
  const byIndicator = new Map(figures.map((figure) => [figure.indicator, figure]));
  const isRestricted = (indicator: string) => Boolean(byIndicator.get(indicator)?.breakdown?.restricted);
  const unplaced = figures.some((figure) => figure.breakdown && unplacedOf(figure.breakdown) > 0);
  return (
    <section className="group" aria-labelledby="children-title">
      <h2 id="children-title">{t('children.title')}</h2>
      {loaded.problem && <ProblemNotice problem={loaded.problem} />}
      {!loaded.value && !loaded.problem && <Skeleton active />}
      {loaded.value && rows.length === 0 && <p>{t('children.none')}</p>}
      {rows.length > 0 && (
        <>
          <p>{t('children.text')}</p>
          <div className="scroll" tabIndex={0} role="region" aria-labelledby="children-title">
            <table className="sheet" data-testid="children">
              <thead>
                <tr>
                  <th scope="col">{t('children.unit')}</th>
                  {columns.map((column) => (
                    <th scope="col" key={column.indicator} className="number">
                      {known.get(column.indicator)?.text[language]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.unit}>
                    <th scope="row">
                      {row.unit === self?.code ? (
                        t('children.own', { name: self.name ?? row.unit })
                      ) : (
                      <Button
                        type="link"
                        className="drill"
                        onClick={() => {
                          onChoose(row.unit);
                          window.scrollTo({ top: 0 });
                        }}
                        aria-label={t('children.open', { name: row.name })}
                      >
                        {row.name}
                      </Button>
                      )}
                    </th>
                    {columns.map((column) => (
                      <Cell
                        key={column.indicator}
                        plan={column}
                        part={row.cells[column.indicator]}
                        restricted={isRestricted(column.indicator)}
                        absent={!byIndicator.get(column.indicator)?.breakdown}
                      />
                    ))}
                  </tr>
                ))}
                {unplaced && (
                  <tr>
                    <th scope="row">{t('children.unplaced')}</th>
                    {columns.map((column) => {
                      const breakdown = byIndicator.get(column.indicator)?.breakdown;
                      const count = breakdown ? unplacedOf(breakdown) : 0;
                      return (
                        <td className="number" key={column.indicator}>
                          {formatNumber(count, language)}
                        </td>
                      );
                    })}
                  </tr>
                )}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">{t('children.total')}</th>
                  {columns.map((column) => (
                    <Cell key={column.indicator} plan={column} part={whole(byIndicator.get(column.indicator))} />
                  ))}
                </tr>
              </tfoot>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function whole(figure: Figure | undefined): Part {
  return { keys: {}, numerator: figure?.numerator ?? null, denominator: figure?.denominator ?? null };
}

function Cell({
  plan,
  part,
  restricted = false,
  absent = false,
}: {
  readonly plan: CardPlan;
  readonly part: Part | undefined;
  readonly restricted?: boolean;
  readonly absent?: boolean;
}) {
  const t = useText();
  const { language } = useSettings();
  const count = restricted ? null : part ? part.numerator : absent ? null : 0;
  if (count === null || count === undefined) {
    return <td className="number">{restricted ? t('children.hidden') : '–'}</td>;
  }
  const base = part?.denominator ?? null;
  if (plan.leads !== 'share' || !base) {
    return (
      <td className="number" data-value={count}>
        {formatNumber(count, language)}
      </td>
    );
  }
  return (
    <td className="number" data-value={count} data-base={base}>
      {formatShare(count, base, language)}
      <span className="cell-more">
        {formatNumber(count, language)}/{formatNumber(base, language)}
      </span>
    </td>
  );
}
