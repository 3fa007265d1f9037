import type { Absence } from '#contracts/people';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, useSession } from '../../../client/session.js';
import { absenceQueries } from '../../../shared/absence-queries.js';
import { useNameOf } from '../../../shared/labels.js';
import { lastDayOf, useFormats, useNow } from '../../../shared/time.js';
import classes from './board.module.css';

const mayArrange = may('arrange-absence');

const isBegun = ({ from }: Absence, now: Date) => Date.parse(from) <= now.getTime();

type NoteProps = { readonly absence: Absence; readonly isOwn: boolean };

/** Until when somebody is away and who stands in, or when nobody does; with the way to change it. */
function Note({ absence, isOwn }: NoteProps) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const nameOf = useNameOf();
  const now = useNow();
  const { absent, substitute, gap, until } = absence;
  const words = {
    absent: absent.name,
    name: nameOf(substitute?.name ?? null),
    first: formats.date(new Date(gap?.from ?? absence.from)),
  };
  const lastOf = (at: string) => formats.date(lastDayOf(at));
  const whose = isOwn ? 'own' : 'other';
  const standsIn = isBegun(absence, now) && (gap === null || Date.parse(gap.from) > now.getTime());
  const told = [
    ...(standsIn ? [t(`away.${whose}`, { ...words, last: lastOf(until) })] : []),
    ...(gap === null ? [] : [t(`away.${whose}Gap`, { ...words, last: lastOf(gap.until) })]),
  ].join(' ');
  return (
    <p className={classes.standingIn} data-away={isOwn ? 'own' : 'other'} data-gap={gap !== null || undefined}>
      {told} <Link to={isOwn ? '/account' : '/members'}>{t(gap === null ? 'away.change' : 'away.choose')}</Link>
    </p>
  );
}

/** Who is away of those whose absence the person may change, themselves first, and where nobody stands in. */
export function AbsenceNotes() {
  const session = useSession();
  const now = useNow();
  const { data: absences = [] } = useQuery({ ...absenceQueries.absences(), enabled: mayArrange(session) });
  const { personId } = session.person;
  const isOwn = ({ absent }: Absence) => absent.personId === personId;
  const told = absences.filter((one) => one.mayEnd && (one.gap !== null || isBegun(one, now)));
  return [...told.filter(isOwn), ...told.filter((one) => !isOwn(one))].map((absence) => (
    <Note key={absence.absenceId} absence={absence} isOwn={isOwn(absence)} />
  ));
}
