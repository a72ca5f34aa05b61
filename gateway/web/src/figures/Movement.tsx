import type { Figure, Indicator } from '../api/reporting';
import { useSettings, useText } from '../frame/Settings';
import { formatNumber } from '../text/format';
import { CLOSING, MOVEMENTS, OPENING } from './layout';

type Figures = ReadonlyMap<string, Figure>;

/** Opening + in − out = closing, line by line, with the check. */
export function Movement({
  figures,
  known,
}: {
  readonly figures: Figures;
  readonly known: ReadonlyMap<string, Indicator>;
}) {
  const t = useText();
  const { language } = useSettings();
  const opening = count(figures, OPENING);
  const closing = count(figures, CLOSING);
  if (opening === null || closing === null) {
    return null;
  }
  const rows = MOVEMENTS.map((row) => ({ ...row, count: count(figures, row.indicator) }));
  const difference = closing - rows.reduce((sum, row) => sum + row.sign * (row.count ?? 0), opening);
  const line = (id: string, sign: string, value: number | null, kind: string) => (
    <tr key={id} className={kind} data-testid={`movement-${id}`}>
      <th scope="row">{known.get(id)?.text[language] ?? id}</th>
      <td>
        {value === null ? t('figures.absent') : `${value > 0 ? sign : ''}${formatNumber(value, language)}`}
      </td>
    </tr>
  );
  return (
    <div className="card movement">
      <table>
        <caption>
          <strong>{t('figures.movement')}</strong>
          <span>{t('figures.movement.text')}</span>
        </caption>
        <tbody>
          {line(OPENING, '', opening, 'edge')}
          {rows.map((row) => line(row.indicator, row.sign > 0 ? '+' : '−', row.count, row.count ? '' : 'nil'))}
          {line(CLOSING, '', closing, 'edge')}
        </tbody>
      </table>
      <p className={difference === 0 ? 'balance' : 'balance balance-off'} data-testid="balance">
        {difference === 0
          ? `✓ ${t('figures.movement.balanced')}`
          : t('figures.movement.unbalanced', { n: formatNumber(difference, language) })}
      </p>
    </div>
  );
}

function count(figures: Figures, indicator: string): number | null {
  return figures.get(indicator)?.numerator ?? null;
}
