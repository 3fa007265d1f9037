import type { Absence, Member } from '#contracts/people';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../shared/page.js';
import { TextButton } from '../../../shared/text-button.js';
import { useAbsences, useGap } from '../absence/use-absences.js';
import classes from './members-page.module.css';

type GapsProps = {
  readonly members: readonly Member[];
  readonly onChange: (member: Member, absence: Absence) => void;
};

/** Who is or will be absent with nobody who does their work, and the way to choose somebody. */
export function Gaps({ members, onChange }: GapsProps) {
  const { t } = useTranslation('absence');
  const gapOf = useGap();
  const { data: absences = [] } = useAbsences();
  const open = absences.flatMap((absence) => {
    const member = members.find(({ membership }) => membership.membershipId === absence.absent.membershipId);
    return absence.gap === null || !absence.mayEnd || member === undefined ? [] : [{ absence, member }];
  });
  return (
    open.length > 0 && (
      <Card title={t('gaps.title')} className={classes.card}>
        <p className={classes.intro}>{t('gaps.intro')}</p>
        <ul className={classes.lines} data-gaps>
          {open.map(({ absence, member }) => (
            <li key={absence.absenceId} className={classes.line}>
              <div className={classes.about}>
                <p className={classes.name}>{absence.absent.name}</p>
                <p className={classes.facts}>{gapOf(absence)}</p>
              </div>
              <div className={classes.deeds}>
                <TextButton
                  onClick={() => onChange(member, absence)}
                  label={t('gaps.chooseNamed', { name: absence.absent.name })}
                >
                  {t('gaps.choose')}
                </TextButton>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    )
  );
}
