import type { Absence, Member } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { takesPasskey } from '#domain/people';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { may, useSession } from '../../../client/session.js';
import { Chip, ChipRow } from '../../../shared/chips.js';
import { useLabels } from '../../../shared/labels.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats, useNow } from '../../../shared/time.js';
import { EndAbsence } from '../absence/end-absence.js';
import { useDays } from '../absence/use-absences.js';
import classes from './members-page.module.css';
import { useMemberDeed } from './use-member-deed.js';

type MemberLineProps = {
  readonly member: Member;
  /** Absences of the member, now and to come. */
  readonly absences: readonly Absence[];
  readonly onAbsence: () => void;
  readonly onChange: () => void;
  readonly onEnd: () => void;
  readonly onPasskeys: () => void;
};

/** How long the member is away, who stands in, and the way to end it. */
function Away({ absence }: { readonly absence: Absence }) {
  const { t } = useTranslation('absence');
  const { isBegun, first, last } = useDays()(absence);
  const { standsIn, substitute, mayEnd } = absence;
  const away = t(isBegun ? 'away' : 'awayLater', { first, last, name: substitute.name });
  return (
    <p className={classes.facts} data-away>
      {standsIn ? away : t('nobody', { name: substitute.name })} {mayEnd && <EndAbsence absence={absence} />}
    </p>
  );
}

/** A member: what they are, for which services, for how long, and when they were last there. */
export function MemberLine({ member, absences, onAbsence, onChange, onEnd, onPasskeys }: MemberLineProps) {
  const { t } = useTranslation('members');
  const { t: absent } = useTranslation('absence');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  const { person, membership, mail, usedAt, mayManage } = member;
  const { from, until } = membership;
  const mayReset = may('reset-passkeys')(useSession());
  const isOver = until !== null && Date.parse(until) <= now.getTime();
  const prolong = useMemberDeed(() => api.delete(`/members/${membership.membershipId}/end`), t('end.takenBack'));
  const day = (at: string) => formats.date(new Date(at));
  // What ends with a day ends at the midnight after it.
  const lastDay = () => formats.date(new Date(Date.parse(until ?? '') - 1));
  const facts = [
    t('since', { day: day(from) }),
    ...(until === null ? [] : [t(isOver ? 'ended' : 'until', { day: lastDay() })]),
    usedAt === null ? t('neverSeen') : t('seen', { day: formats.day(new Date(usedAt), now) }),
  ];
  return (
    <li className={classes.line} data-over={isOver || undefined}>
      <div className={classes.about}>
        <p className={classes.name}>{person.name}</p>
        {mail !== null && <p className={classes.facts}>{mail}</p>}
        <ChipRow>
          {membership.roles.map((role) => (
            <Chip key={role}>{labels.of(roles, role)}</Chip>
          ))}
          {membership.services.map(({ serviceId, name }) => (
            <Chip key={serviceId}>{labels.text(name)}</Chip>
          ))}
        </ChipRow>
        <p className={classes.facts}>{facts.join(' · ')}</p>
        {absences.map((absence) => (
          <Away key={absence.absenceId} absence={absence} />
        ))}
      </div>
      {mayManage && (
        <div className={classes.deeds}>
          {!isOver && (
            <TextButton onClick={onChange} label={t('change.named', { name: person.name })}>
              {t('change.open')}
            </TextButton>
          )}
          {!isOver && membership.services.length > 0 && (
            <TextButton onClick={onAbsence} label={absent('openNamed', { name: person.name })}>
              {absent('openShort')}
            </TextButton>
          )}
          {until === null ? (
            <TextButton onClick={onEnd} label={t('end.named', { name: person.name })}>
              {t('end.open')}
            </TextButton>
          ) : (
            <TextButton
              disabled={prolong.isPending}
              onClick={() => prolong.mutate()}
              label={t('end.takeBackNamed', { name: person.name })}
            >
              {t('end.takeBack')}
            </TextButton>
          )}
          {mayReset && !isOver && takesPasskey(membership) && (
            <TextButton onClick={onPasskeys} label={t('passkeys.named', { name: person.name })}>
              {t('passkeys.open')}
            </TextButton>
          )}
        </div>
      )}
    </li>
  );
}
