import type { PersonLine } from '#contracts/people';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../shared/text-button.js';
import { houseKey } from '../members/houses.js';
import type { OpenDialog } from '../members/member-dialogs.js';
import { useErasureDays } from '../leaving/use-leaving.js';
import { MembershipLine } from '../members/member-line.js';
import classes from './admin.module.css';
import type { Found } from './found-people.js';

/** What is done to what is kept of somebody. */
export type OpenOfPerson = { readonly what: 'correct' | 'erase'; readonly person: PersonLine };

type Props = {
  readonly found: Found;
  /** Whether something is being fetched for somebody. */
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onOpen: (open: OpenOfPerson) => void;
  readonly onMember: (open: OpenDialog) => void;
};

/** Somebody with their memberships, and what an administrator does for them. */
export function PersonItem({ found, busy, onTake, onOpen, onMember }: Props) {
  const { t } = useTranslation('admin');
  const daysOf = useErasureDays();
  const { name, mail, members, erasureAskedAt } = found;
  const [first] = members;
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <div className={classes.about}>
          <h3 className={classes.name}>{name}</h3>
          <p className={classes.issuer}>
            {mail ?? t('people.noMail')}
            {members.length === 0 && ` · ${t('people.noHouse')}`}
          </p>
          {erasureAskedAt !== null && <p className={classes.due}>{t('people.erasureAsked', daysOf(erasureAskedAt))}</p>}
        </div>
        <div className={classes.deeds}>
          {mail !== null && first !== undefined && (
            <TextButton
              onClick={() => onMember({ what: 'invite', organisationId: houseKey(first.membership), mail })}
              label={t('people.addNamed', { name })}
            >
              {t('people.add')}
            </TextButton>
          )}
          <TextButton disabled={busy} onClick={onTake} label={t('people.takeNamed', { name })}>
            {t('people.take')}
          </TextButton>
          <TextButton
            onClick={() => onOpen({ what: 'correct', person: found })}
            label={t('people.correctNamed', { name })}
          >
            {t('people.correct')}
          </TextButton>
          <TextButton onClick={() => onOpen({ what: 'erase', person: found })} label={t('people.eraseNamed', { name })}>
            {t('people.erase')}
          </TextButton>
        </div>
      </div>
      <ul className={classes.lines}>
        {members.map((member) => (
          <MembershipLine
            key={member.membership.membershipId}
            member={member}
            onOpen={(what, absence) => onMember({ what, member, absence })}
          >
            <Link to="/members" search={{ organisation: houseKey(member.membership) }}>
              {member.membership.organisationName ?? 'Relais'}
            </Link>
          </MembershipLine>
        ))}
      </ul>
    </li>
  );
}
