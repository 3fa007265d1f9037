import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { useLanguage } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { houseKey } from '../members/houses.js';
import { MemberDialogs, type OpenDialog } from '../members/member-dialogs.js';
import { MembershipLine } from '../members/member-line.js';
import { peopleQueries } from '../queries.js';
import classes from './admin.module.css';
import { type Found, foundPeople } from './found-people.js';

const shownAtFirst = 5;

type PersonProps = { readonly found: Found; readonly onOpen: (open: OpenDialog) => void };

function Person({ found: { name, mail, members }, onOpen }: PersonProps) {
  const { t } = useTranslation('admin');
  const [first] = members;
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <div className={classes.about}>
          <h3 className={classes.name}>{name}</h3>
          {mail !== null && <p className={classes.issuer}>{mail}</p>}
        </div>
        {mail !== null && first !== undefined && (
          <TextButton
            onClick={() => onOpen({ what: 'invite', organisationId: houseKey(first.membership), mail })}
            label={t('people.addNamed', { name })}
          >
            {t('people.add')}
          </TextButton>
        )}
      </div>
      <ul className={classes.lines}>
        {members.map((member) => (
          <MembershipLine
            key={member.membership.membershipId}
            member={member}
            onOpen={(what) => onOpen({ what, member })}
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

/** The people of all houses: found by name or house, with their memberships and when they were last there. */
export function PeopleCard() {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const navigate = useNavigate({ from: '/admin' });
  const { q = '' } = useSearch({ from: '/signed-in/admin' });
  const { data: members, error, refetch } = useQuery(peopleQueries.members());
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [all, setAll] = useState(false);
  const found = foundPeople(members ?? [], q, language);
  const shown = all ? found : found.slice(0, shownAtFirst);
  return (
    <Card
      title={t('people.title')}
      aside={members !== undefined && <span aria-live="polite">{t('people.count', { count: found.length })}</span>}
    >
      <input
        className={classes.search}
        type="search"
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        defaultValue={q}
        onChange={({ target: { value } }) =>
          void navigate({
            search: (before) => ({ ...before, q: value === '' ? undefined : value }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      {members === undefined &&
        (error === null ? <Loading rows={8} /> : <Failure compact error={error} retry={() => void refetch()} />)}
      {members !== undefined && found.length === 0 && (
        <Empty compact title={t('people.none')} text={t('people.noneText')} />
      )}
      <ul className={classes.lines}>
        {shown.map((one) => (
          <Person key={one.personId} found={one} onOpen={setOpen} />
        ))}
      </ul>
      {shown.length < found.length && (
        <Button className={classes.more} variant="default" onClick={() => setAll(true)}>
          {t('people.all', { count: found.length })}
        </Button>
      )}
      <MemberDialogs open={open} onClose={() => setOpen(null)} />
    </Card>
  );
}
