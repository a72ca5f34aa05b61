import { Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { readMe } from '../api/org';
import { readIndicators } from '../api/reporting';
import { readLatestYear } from '../api/review';
import { useLoaded } from '../api/useLoaded';
import { ProblemNotice } from '../frame/ProblemNotice';
import { useText } from '../frame/Settings';
import { UnitPicker } from '../frame/UnitPicker';
import { WhenFields } from '../frame/WhenFields';
import { go, readPlace, useSearch } from '../frame/place';
import { officeDay } from '../text/format';
import { type ShownUnit, UnitFigures } from './UnitFigures';
import { UnitPath } from './UnitPath';

/** The figures of a unit and everything under it, for a year, as of a day, as known at an instant. */
export function FiguresPage() {
  const t = useText();
  const [attempt, setAttempt] = useState(0);
  const start = useLoaded(`start ${attempt}`, readStart);
  const search = useSearch();
  const today = officeDay(new Date());
  const usualYear = start.value?.latestYear ?? Number(today.slice(0, 4));
  const place = useMemo(() => readPlace(search, today, usualYear), [search, today, usualYear]);
  const [shown, setShown] = useState<ShownUnit | null>(null);

  if (start.problem) {
    return (
      <main className="page" id="content">
        <ProblemNotice problem={start.problem} onRetry={() => setAttempt(attempt + 1)} />
      </main>
    );
  }
  if (!start.value) {
    return (
      <main className="page" id="content" aria-busy="true">
        <Skeleton active paragraph={{ rows: 8 }} />
      </main>
    );
  }
  const { me, indicators } = start.value;
  const unit = place.unit ?? me.grants[0]?.unitId ?? null;
  const when = { asOf: place.asOf, knownAt: place.knownAt };
  const choose = (chosen: string) => go({ ...place, unit: chosen });
  return (
    <main className="page" id="content">
      <section className="bar" aria-label={t('figures.title')}>
        <UnitPicker me={me} when={when} chosen={shown?.id ?? unit} name={shown?.name ?? null} onChoose={choose} />
        <WhenFields place={place} today={today} />
      </section>
      {unit ? (
        <>
          <UnitPath unit={shown?.id ?? unit} when={when} onChoose={choose} />
          <UnitFigures
            unit={unit}
            place={place}
            indicators={indicators}
            onChoose={choose}
            onShown={setShown}
          />
        </>
      ) : (
        <p>{t('unit.none')}</p>
      )}
    </main>
  );
}

async function readStart(signal: AbortSignal) {
  const [me, indicators, latestYear] = await Promise.all([
    readMe(signal),
    readIndicators(signal),
    readLatestYear(signal),
  ]);
  return { me, indicators, latestYear };
}
