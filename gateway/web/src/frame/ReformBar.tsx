import { Button } from 'antd';
import { formatDay } from '../text/format';
import { useSettings, useText } from './Settings';
import { type Place, REFORM_DAY, go, treeDay, withDay, yearEnd } from './place';

/** Three ways to look at the reform of 2025: before it, since it, and the figures of before under the tree of its day. */
export function ReformBar({ place, usualYear, today }: { readonly place: Place; readonly usualYear: number; readonly today: string }) {
  const t = useText();
  const { language } = useSettings();
  if (today < REFORM_DAY) {
    return null;
  }
  const usual = yearEnd(usualYear, today);
  const past = usual < REFORM_DAY ? usual : '2025-06-30';
  const before = place.asOf < REFORM_DAY ? place.asOf : past;
  const recut = place.tree !== null && place.tree >= REFORM_DAY && place.asOf < REFORM_DAY;
  const since = !recut && treeDay(place) >= REFORM_DAY;
  const former = { ...withDay(place, before), year: Math.min(place.year, Number(before.slice(0, 4))) };
  return (
    <nav className="reform" aria-label={t('reform.label')} data-testid="reform">
      <Button type="link" aria-current={!recut && !since ? 'page' : undefined} onClick={() => go(former)} data-testid="reform-before">
        {t('reform.before', { day: formatDay(before, language) })}
      </Button>
      <Button type="link" aria-current={since ? 'page' : undefined} onClick={() => go(withDay(place, today))} data-testid="reform-since">
        {t('reform.since', { day: formatDay(today, language) })}
      </Button>
      <Button
        type="link"
        aria-current={recut ? 'page' : undefined}
        onClick={() => go({ ...former, tree: REFORM_DAY })}
        data-testid="reform-recut"
      >
        {t('reform.recut', { day: formatDay(before, language) })}
      </Button>
    </nav>
  );
}
