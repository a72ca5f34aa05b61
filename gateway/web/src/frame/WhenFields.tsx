import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useSettings, useText } from './Settings';
import { FIRST_YEAR, type Place, go, withDay, withYear } from './place';

/** The review year, the day the figures stand for, and what was known when. */
export function WhenFields({ place, today }: { readonly place: Place; readonly today: string }) {
  const t = useText();
  const { language } = useSettings();
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => thisYear - back);
  const dayFormat = language === 'vi' ? 'DD/MM/YYYY' : 'D MMM YYYY';
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor="year">
          {t('when.year')}
        </label>
        <Select
          id="year"
          value={place.year}
          onChange={(year) => go(withYear(place, year, today))}
          options={years.map((year) => ({ value: year, label: String(year) }))}
          data-testid="year"
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="as-of">
          {t('when.as-of')}
        </label>
        <DatePicker
          id="as-of"
          value={dayjs(place.asOf)}
          format={[dayFormat, 'DD/MM/YYYY', 'YYYY-MM-DD']}
          allowClear={false}
          maxDate={dayjs(today)}
          onChange={(day) => day && !Array.isArray(day) && go(withDay(place, day.format('YYYY-MM-DD')))}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="known-at" title={t('when.known-help')}>
          {t('when.known-at')}
        </label>
        <DatePicker
          id="known-at"
          showTime={{ format: 'HH:mm:ss' }}
          value={place.knownAt ? dayjs(place.knownAt) : null}
          format={`${dayFormat} HH:mm:ss`}
          placeholder={t('when.known-now')}
          aria-description={t('when.known-help')}
          maxDate={dayjs(today)}
          onChange={(at) =>
            !Array.isArray(at) && go({ ...place, knownAt: at ? at.millisecond(0).toISOString() : null })
          }
        />
      </div>
    </>
  );
}
