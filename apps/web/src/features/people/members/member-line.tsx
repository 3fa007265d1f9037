import type { Absence, Member } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { isOver, takesPasskey } from '#domain/people';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { may, useSession } from '../../../client/session.js';
import { Chip, ChipRow } from '../../../shared/chips.js';
import { useLabels, useNameOf } from '../../../shared/labels.js';
import { TextButton } from '../../../shared/text-button.js';
import { lastDayOf, useFormats, useNow } from '../../../shared/time.js';
import { EndAbsence } from '../absence/end-absence.js';
import { useAbsences, useDays, useGap } from '../absence/use-absences.js';
import type { OfMember } from './member-dialogs.js';
import classes from './members-page.module.css';
import { useMemberDeed } from './use-member-deed.js';

type MembershipLineProps = {
  readonly member: Member;
  readonly onOpen: (what: OfMember['what'], absence?: Absence) => void;
  /** What the line begins with. */
  readonly children: ReactNode;
};

/** Whether a membership is over. */
export function useIsOver(): (member: Member) => boolean {
  const now = useNow();
  return ({ membership }) => isOver(membership, now.toISOString());
}

function Deeds({ member, onOpen }: Pick<MembershipLineProps, 'member' | 'onOpen'>) {
  const { t } = useTranslation('members');
  const { t: absent } = useTranslation('absence');
  const { person, membership } = member;
  const hasEnded = useIsOver()(member);
  const mayReset = may('reset-passkeys')(useSession());
  const prolong = useMemberDeed(() => api.delete(`/members/${membership.membershipId}/end`), t('end.takenBack'));
  return (
    <div className={classes.deeds}>
      {!hasEnded && (
        <TextButton onClick={() => onOpen('change')} label={t('change.named', { name: person.name })}>
          {t('change.open')}
        </TextButton>
      )}
      {!hasEnded && membership.services.length > 0 && (
        <TextButton onClick={() => onOpen('absence')} label={absent('openNamed', { name: person.name })}>
          {absent('openShort')}
        </TextButton>
      )}
      {membership.until === null ? (
        <TextButton onClick={() => onOpen('end')} label={t('end.named', { name: person.name })}>
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
      {mayReset && !hasEnded && takesPasskey(membership) && (
        <TextButton onClick={() => onOpen('passkeys')} label={t('passkeys.named', { name: person.name })}>
          {t('passkeys.open')}
        </TextButton>
      )}
    </div>
  );
}

type AwayProps = { readonly absence: Absence; readonly onChange: () => void };

/** How long the member is away, who stands in or that nobody does, and the ways to change and end it. */
function Away({ absence, onChange }: AwayProps) {
  const { t } = useTranslation('absence');
  const nameOf = useNameOf();
  const { isBegun, first, last } = useDays()(absence);
  const gap = useGap()(absence);
  const { absent, substitute, mayEnd } = absence;
  return (
    <div data-away>
      <p className={classes.facts}>
        {t(`away${gap === null ? '' : 'Alone'}${isBegun ? '' : 'Later'}`, {
          first,
          last,
          name: nameOf(substitute?.name ?? null),
        })}
      </p>
      {gap !== null && <p className={classes.missing}>{gap}</p>}
      {mayEnd && (
        <>
          <TextButton onClick={onChange} label={t('changeNamed', { name: absent.name })}>
            {t('change')}
          </TextButton>{' '}
          <EndAbsence absence={absence} />
        </>
      )}
    </div>
  );
}

/** A membership: with which roles, for which services, for how long, when it was last used, and what can be done with it. */
export function MembershipLine({ member, onOpen, children }: MembershipLineProps) {
  const { t } = useTranslation('members');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  const hasEnded = useIsOver()(member);
  const { membership, usedAt, mayManage } = member;
  const { data: absences = [] } = useAbsences();
  const { from, until } = membership;
  const day = (at: string) => formats.date(new Date(at));
  const facts = [
    t('since', { day: day(from) }),
    ...(until === null ? [] : [t(hasEnded ? 'ended' : 'until', { day: formats.date(lastDayOf(until)) })]),
    usedAt === null ? t('neverSeen') : t('seen', { day: formats.day(new Date(usedAt), now) }),
  ];
  return (
    <li className={classes.line} data-over={hasEnded || undefined}>
      <div className={classes.about}>
        {children}
        <ChipRow>
          {membership.roles.map((role) => (
            <Chip key={role}>{labels.of(roles, role)}</Chip>
          ))}
          {membership.services.map(({ serviceId, name }) => (
            <Chip key={serviceId}>{labels.text(name)}</Chip>
          ))}
        </ChipRow>
        <p className={classes.facts}>{facts.join(' · ')}</p>
        {absences
          .filter(({ absent }) => absent.membershipId === membership.membershipId)
          .map((absence) => (
            <Away key={absence.absenceId} absence={absence} onChange={() => onOpen('absence', absence)} />
          ))}
      </div>
      {mayManage && <Deeds member={member} onOpen={onOpen} />}
    </li>
  );
}

/** A member of an organisation: who they are, and what their membership gives. */
export function MemberLine({ member, ...rest }: Omit<MembershipLineProps, 'children'>) {
  return (
    <MembershipLine member={member} {...rest}>
      <p className={classes.name}>{member.person.name}</p>
      {member.mail !== null && <p className={classes.facts}>{member.mail}</p>}
    </MembershipLine>
  );
}
