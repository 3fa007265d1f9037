import type { StandingIn } from '#contracts/people';
import { useTranslation } from 'react-i18next';
import { lastDayOf, useFormats } from '../../../shared/time.js';
import classes from './leaving.module.css';

type StandsInForProps = { readonly absences: readonly StandingIn[]; readonly isOwn?: boolean };

/** For whom nobody will stand in any more. */
export function StandsInFor({ absences, isOwn = false }: StandsInForProps) {
  const { t } = useTranslation('leaving');
  const formats = useFormats();
  return (
    absences.length > 0 && (
      <ul className={classes.words}>
        {absences.map(({ name, from, until }) => (
          <li key={`${name} ${from}`}>
            {t(isOwn ? 'ownStandingIn' : 'standingIn', {
              name,
              first: formats.date(new Date(from)),
              last: formats.date(lastDayOf(until)),
            })}
          </li>
        ))}
      </ul>
    )
  );
}
