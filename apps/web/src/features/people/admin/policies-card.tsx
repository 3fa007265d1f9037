import { standardPolicy } from '#contracts/case/codes';
import { region } from '#contracts/kernel/codes';
import { holidaysOf } from '#domain/calendar';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../shared/page.js';
import { civilDate, startOfDay, useFormats, useNow } from '../../../shared/time.js';
import { useLabels } from '../../../shared/labels.js';
import classes from './admin.module.css';

const { answer, firstContact, checkIn, recallAnswer, followUpMonths, followUpWindowDays, retentionMonths } =
  standardPolicy;
const workingDay = region.calendar.closes - region.calendar.opens;

/** A day of the region at noon, so that it is the same day on each clock. */
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

/** The days of the week that are worked, by name. */
function useWeekdays(): string {
  const { language } = useLabels();
  const name = new Intl.DateTimeFormat(region.locales[language], { weekday: 'long', timeZone: 'UTC' });
  // 2024-01-01 was a Monday.
  const names = region.calendar.weekdays.map((day) => name.format(Date.UTC(2024, 0, day)));
  return new Intl.ListFormat(region.locales[language]).format(names);
}

/** When work is done in the region, and how long each step of a case may take; read-only, with where it is changed. */
export function PoliciesCard() {
  const { t } = useTranslation('admin');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  const weekdays = useWeekdays();
  const list = new Intl.ListFormat(region.locales[labels.language]);
  const today = civilDate(now);
  const year = Number(today.slice(0, 4));
  const holidays = [year, year + 1].flatMap((one) => holidaysOf(one, region.calendar)).filter((day) => day >= today);
  const clock = (minutes: number) => formats.clock(new Date(Date.parse(startOfDay(today)) + minutes * 60_000));
  const days = (minutes: number) => t('policies.workingDays', { count: minutes / workingDay });
  const months = (count: number) => t('policies.months', { count });
  const rules = [
    ['answer', days(answer.normal)],
    ['urgent', days(answer.urgent)],
    ['firstContact', days(firstContact)],
    ['checkIn', days(checkIn)],
    ['recallAnswer', days(recallAnswer)],
    ['followUp', list.format(followUpMonths.map(months))],
    ['followUpWindow', t('policies.days', { count: followUpWindowDays })],
    ['retention', months(retentionMonths)],
  ] as const;
  return (
    <Card title={t('policies.title')}>
      <p className={classes.intro}>{t('policies.intro')}</p>
      <dl className={classes.facts}>
        <div className={classes.claim}>
          <dt>{t('policies.hours')}</dt>
          <dd>
            {t('policies.hoursOf', {
              days: weekdays,
              from: clock(region.calendar.opens),
              until: clock(region.calendar.closes),
            })}
          </dd>
        </div>
        <div className={classes.claim}>
          <dt>{t('policies.holidays')}</dt>
          <dd>
            <ul className={classes.days}>
              {holidays.map((day) => (
                <li key={day}>{formats.date(noonOf(day))}</li>
              ))}
            </ul>
          </dd>
        </div>
        {rules.map(([rule, value]) => (
          <div key={rule} className={classes.claim}>
            <dt>{t(`policies.rule.${rule}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.callback}>
        {t('policies.where')} <code>region.calendar</code>, <code>standardPolicy</code>
      </p>
    </Card>
  );
}
