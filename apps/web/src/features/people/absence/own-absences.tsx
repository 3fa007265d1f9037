import type { Absence } from '#contracts/people';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRole, useSession } from '../../../client/session.js';
import { Card } from '../../../shared/page.js';
import { useNameOf } from '../../../shared/labels.js';
import { Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import classes from '../account/account.module.css';
import { EndAbsence } from './end-absence.js';
import { useAbsences, useDays, useGap } from './use-absences.js';
import { laterDialog } from '../../../shared/later.js';

const AbsenceDialog = laterDialog(() => import('./absence-dialog.js'), 'AbsenceDialog');

type LineProps = { readonly absence: Absence; readonly isOwn: boolean; readonly onChange: () => void };

function Line({ absence, isOwn, onChange }: LineProps) {
  const { t } = useTranslation('absence');
  const nameOf = useNameOf();
  const { isBegun, first, last } = useDays()(absence);
  const gap = useGap()(absence);
  const { absent, substitute } = absence;
  const days = { first, last, name: absent.name };
  return (
    <li className={classes.line}>
      <div className={classes.about}>
        <p className={classes.device}>
          {isOwn ? t(isBegun ? 'own' : 'ownLater', days) : t(isBegun ? 'standingIn' : 'standingInLater', days)}
        </p>
        {isOwn && gap === null && (
          <p className={classes.facts}>{t('by', { name: nameOf(substitute?.name ?? null) })}</p>
        )}
        {gap !== null && <p className={classes.missing}>{gap}</p>}
      </div>
      {isOwn && (
        <div className={classes.deeds}>
          <TextButton onClick={onChange} label={t('changeNamed', { name: absent.name })}>
            {t('change')}
          </TextButton>
          <EndAbsence absence={absence} />
        </div>
      )}
    </li>
  );
}

/** When the person is away and who stands in, and for whom they stand in; for those who act for a service. */
export function OwnAbsences() {
  const { t } = useTranslation('absence');
  const session = useSession();
  const { data: absences, error, refetch } = useAbsences();
  const [open, setOpen] = useState<'new' | Absence | null>(null);
  const close = () => setOpen(null);
  if (!hasRole(session, 'actor')) {
    return null;
  }
  if (absences === undefined) {
    return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  }
  const { personId } = session.person;
  const own = absences.filter(({ absent, substitute }) =>
    [absent, substitute].some((one) => one?.personId === personId),
  );
  return (
    <Card title={t('title')}>
      <p className={classes.intro}>{t('intro')}</p>
      {own.length === 0 && <p className={classes.facts}>{t('none')}</p>}
      <ul className={classes.lines}>
        {own.map((absence) => (
          <Line
            key={absence.absenceId}
            absence={absence}
            isOwn={absence.absent.personId === personId}
            onChange={() => setOpen(absence)}
          />
        ))}
      </ul>
      <TextButton onClick={() => setOpen('new')}>{t('open')}</TextButton>
      {open === 'new' && <AbsenceDialog membershipId={session.membership.membershipId} onClose={close} />}
      {open !== null && open !== 'new' && (
        <AbsenceDialog membershipId={open.absent.membershipId} absence={open} onClose={close} />
      )}
    </Card>
  );
}
