import { useEffect, useState } from 'react';
import type { Freshness } from '../api/reporting';
import { formatInstant, formatNumber } from '../text/format';
import { useSettings, useText } from './Settings';

/** How far the figures are complete, and how far behind that is: the older, the longer nothing new comes. */
export function FreshnessStamp({ freshness, stale }: { readonly freshness: Freshness; readonly stale: boolean }) {
  const t = useText();
  const { language } = useSettings();
  const passed = useSecondsSince(freshness);
  if (!freshness.watermark) {
    return <p className="fresh">{t('fresh.unknown')}</p>;
  }
  const seconds = (freshness.ageMs ?? 0) / 1000 + passed;
  const age =
    seconds < 1
      ? t('fresh.age-now')
      : seconds < 120
        ? t('fresh.age-seconds', { n: formatNumber(Math.round(seconds), language) })
        : t('fresh.age-minutes', { n: formatNumber(Math.round(seconds / 60), language) });
  return (
    <p className={stale ? 'fresh fresh-stale' : 'fresh'} data-testid="freshness">
      <span className="fresh-dot" aria-hidden="true" />
      {t('fresh.through', { time: formatInstant(freshness.watermark, language) })}
      <span className="fresh-age">
        {' · '}
        {age}
        {stale && ` · ${t('fresh.stale')}`}
      </span>
    </p>
  );
}

function useSecondsSince(event: object): number {
  const [state, setState] = useState({ event, seconds: 0 });
  useEffect(() => {
    const start = performance.now();
    setState({ event, seconds: 0 });
    const timer = setInterval(() => setState({ event, seconds: (performance.now() - start) / 1000 }), 1000);
    return () => clearInterval(timer);
  }, [event]);
  return state.event === event ? state.seconds : 0;
}
