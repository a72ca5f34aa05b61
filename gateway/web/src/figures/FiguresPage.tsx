import { Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { readHistory, readMe } from '../api/org';
import { readIndicators } from '../api/reporting';
import { readLatestYear } from '../api/review';
import { useLoaded } from '../api/useLoaded';
import { ProblemNotice } from '../frame/ProblemNotice';
import { useText } from '../frame/Settings';
import { ReformBar } from '../frame/ReformBar';
import { UnitPicker } from '../frame/UnitPicker';
import { WhenFields } from '../frame/WhenFields';
import { dayToShow, latest, stageOn } from '../frame/life';
import { type Place, go, namesADay, readPlace, treeDay, useSearch, withDay } from '../frame/place';
import { officeDay } from '../text/format';
import { NotAlive } from './NotAlive';
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
  const asked = useMemo(() => readPlace(search, today, usualYear), [search, today, usualYear]);
  const [shown, setShown] = useState<ShownUnit | null>(null);
  const unit = asked.unit ?? start.value?.me.grants[0]?.unitId ?? null;
  const history = useLoaded(start.value && unit ? `${unit} ${asked.knownAt}` : null, (signal) =>
    readHistory(unit as string, asked.knownAt, signal),
  );

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
  const life = history.value;
  const place = life && !namesADay(search) ? onDay(asked, dayToShow(life, asked.asOf, today)) : asked;
  const when = { asOf: treeDay(place), knownAt: place.knownAt };
  const isAlive = !life || stageOn(life, when.asOf) === 'alive';
  const choose = (chosen: string) => go({ ...place, unit: chosen });
  return (
    <main className="page" id="content">
      <section className="bar" aria-label={t('figures.title')}>
        <UnitPicker
          me={me}
          when={when}
          chosen={shown?.id ?? unit}
          name={isAlive ? (shown?.name ?? null) : ((life && latest(life)?.name) ?? null)}
          onChoose={choose}
        />
        <WhenFields place={place} today={today} />
        <ReformBar place={{ ...place, unit }} usualYear={usualYear} today={today} />
      </section>
      {unit && !life && !history.problem ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : unit && life && !isAlive ? (
        <NotAlive unit={unit} history={life} place={place} />
      ) : unit ? (
        <>
          <UnitPath unit={shown?.id ?? unit} when={when} onChoose={choose} />
          <UnitFigures
            unit={unit}
            place={place}
            indicators={indicators}
            history={life ?? []}
            onChoose={choose}
            onChooseOn={(chosen, tree) => go({ ...place, unit: chosen, tree: tree === place.asOf ? null : tree })}
            onShown={setShown}
          />
        </>
      ) : (
        <p>{t('unit.none')}</p>
      )}
    </main>
  );
}

/** The unit's own day where none was asked for, in the year of that day. */
function onDay(place: Place, day: string): Place {
  return day === place.asOf ? place : { ...withDay(place, day), year: Number(day.slice(0, 4)) };
}

async function readStart(signal: AbortSignal) {
  const [me, indicators, latestYear] = await Promise.all([
    readMe(signal),
    readIndicators(signal),
    readLatestYear(signal),
  ]);
  return { me, indicators, latestYear };
}
