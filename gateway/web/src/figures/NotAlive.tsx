import { Alert, Button } from 'antd';
import { type Kin, type Slice, readLineage, readPath } from '../api/org';
import { useLoaded } from '../api/useLoaded';
import { useSettings, useText } from '../frame/Settings';
import { firstDay, lastDay, latest, stageOn, standInsOn } from '../frame/life';
import { type Place, REFORM_DAY, go, treeDay, withDay } from '../frame/place';
import { formatDay } from '../text/format';

interface Props {
  readonly unit: string;
  readonly history: readonly Slice[];
  readonly place: Place;
}

/** The unit does not live on the day that is looked at: when it did, and who stood for it then. */
export function NotAlive({ unit, history, place }: Props) {
  const t = useText();
  const { language } = useSettings();
  const day = treeDay(place);
  const stage = stageOn(history, day);
  const name = latest(history)?.name ?? unit;
  const own = stage === 'before' ? firstDay(history) : lastDay(history);
  const kin = useLoaded(`${unit} ${day} ${place.knownAt}`, (signal) => readStandIns(unit, history, place, signal));
  const say = (iso: string) => formatDay(iso, language);
  return (
    <article className="not-alive" aria-labelledby="unit-title" data-testid="not-alive">
      <div className="headline">
        <h1 id="unit-title" data-testid="unit-title">
          {name}
        </h1>
      </div>
      <Alert
        type="info"
        showIcon
        title={t(stage === 'before' ? 'life.not-yet' : 'life.over', { name, day: say(day) })}
        description={
          <div className="life">
            {own && (
              <p>
                {t(stage === 'before' ? 'life.began' : 'life.ended', { day: say(own) })}{' '}
                <Button type="link" onClick={() => go(withDay({ ...place, unit }, own))} data-testid="own-day">
                  {t(stage === 'before' ? 'life.first-day' : 'life.last-day', { day: say(own) })}
                </Button>
              </p>
            )}
            {stage === 'before' && !place.tree && REFORM_DAY === own && (
              <p>
                <Button type="link" onClick={() => go({ ...place, unit, tree: REFORM_DAY })} data-testid="own-recut">
                  {t('life.recut', { day: say(place.asOf), tree: say(REFORM_DAY) })}
                </Button>
              </p>
            )}
            {kin.value && kin.value.units.length > 0 && (
              <>
                <p>{t(kin.value.isLine ? (stage === 'before' ? 'life.predecessors' : 'life.successors') : 'life.superior')}</p>
                <ul data-testid="stand-ins">
                  {kin.value.units.map((other) => (
                    <li key={other.id}>
                      <Button type="link" onClick={() => go({ ...place, unit: other.id })}>
                        {other.name}
                      </Button>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        }
      />
    </article>
  );
}

interface StandIns {
  readonly isLine: boolean;
  readonly units: readonly Pick<Kin, 'id' | 'name'>[];
}

/** By lineage; for a unit that ended without a successor its last superior. */
async function readStandIns(
  unit: string,
  history: readonly Slice[],
  place: Place,
  signal: AbortSignal,
): Promise<StandIns> {
  const day = treeDay(place);
  const stage = stageOn(history, day);
  const line = standInsOn(await readLineage(unit, place.knownAt, signal), day, stage);
  const last = lastDay(history);
  const id = latest(history)?.id;
  if (line.length > 0 || stage === 'before' || !last || !id) {
    return { isLine: true, units: line };
  }
  const path = await readPath(id, { asOf: last, knownAt: place.knownAt }, signal);
  return { isLine: false, units: path.slice(0, -1).slice(-1) };
}
