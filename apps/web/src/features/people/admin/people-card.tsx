import type { OwnData, PersonLine } from '#contracts/people';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { Problem } from '../../../shared/form-problem.js';
import { useLanguage } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { save } from '../../../shared/save.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { MemberDialogs, type OpenDialog } from '../members/member-dialogs.js';
import { peopleQueries } from '../queries.js';
import classes from './admin.module.css';
import { foundPeople } from './found-people.js';
import { type OpenOfPerson, PersonItem } from './person-line.js';
import { laterDialog } from '../../../shared/later.js';

const CorrectPersonDialog = laterDialog(() => import('./correct-person-dialog.js'), 'CorrectPersonDialog');
const ErasePersonDialog = laterDialog(() => import('./erase-person-dialog.js'), 'ErasePersonDialog');

const shownAtFirst = 5;

/** Everybody who is kept by name, with their memberships: found by name, address or house, and what is done for them when they ask. */
export function PeopleCard() {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const navigate = useNavigate({ from: '/admin' });
  const { q = '' } = useSearch({ from: '/signed-in/admin' });
  const { data: people, error, refetch } = useQuery(peopleQueries.people());
  const { data: members, error: failed, refetch: again } = useQuery(peopleQueries.members());
  const [membership, setMembership] = useState<OpenDialog | null>(null);
  const [open, setOpen] = useState<OpenOfPerson | null>(null);
  const [all, setAll] = useState(false);
  const taking = useMutation({
    mutationFn: ({ personId }: PersonLine) => api.get<OwnData>(`/people/${personId}/data`),
    retry: false,
    onSuccess: (data) =>
      save(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), `${data.person.personId}.json`),
  });
  const known = people !== undefined && members !== undefined;
  const found = known ? foundPeople(people, members, q, language) : [];
  const shown = all ? found : found.filter((one, index) => index < shownAtFirst || one.erasureAskedAt !== null);
  const close = () => setOpen(null);
  const fault = error ?? failed;
  return (
    <Card
      title={t('people.title')}
      aside={known && <span aria-live="polite">{t('people.count', { count: found.length })}</span>}
    >
      <p className={classes.intro}>{t('people.intro')}</p>
      <input
        className={classes.search}
        type="search"
        autoComplete="off"
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
      <div className={classes.problem}>
        <Problem error={taking.error} />
      </div>
      {!known &&
        (fault === null ? (
          <Loading rows={8} />
        ) : (
          <Failure compact error={fault} retry={() => void Promise.all([refetch(), again()])} />
        ))}
      {known && found.length === 0 && <Empty compact title={t('people.none')} text={t('people.noneText')} />}
      <ul className={classes.lines}>
        {shown.map((one) => (
          <PersonItem
            key={one.personId}
            found={one}
            busy={taking.isPending}
            onTake={() => taking.mutate(one)}
            onOpen={setOpen}
            onMember={setMembership}
          />
        ))}
      </ul>
      {shown.length < found.length && (
        <Button className={classes.more} variant="default" onClick={() => setAll(true)}>
          {t('people.all', { count: found.length })}
        </Button>
      )}
      <MemberDialogs open={membership} onClose={() => setMembership(null)} />
      {open?.what === 'correct' && <CorrectPersonDialog person={open.person} onClose={close} />}
      {open?.what === 'erase' && <ErasePersonDialog person={open.person} onClose={close} />}
    </Card>
  );
}
