import type { OwnData, PersonLine } from '#contracts/people';
import { TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { Problem } from '../../../shared/form-problem.js';
import { IconSearch } from '../../../shared/icons.js';
import { Card } from '../../../shared/page.js';
import { save } from '../../../shared/save.js';
import { Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { peopleQueries } from '../queries.js';
import classes from './admin.module.css';
import { CorrectPersonDialog } from './correct-person-dialog.js';
import { ErasePersonDialog } from './erase-person-dialog.js';

/** More than so many are not shown at once. */
const most = 10;

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Those whose name or address has the letters, with whatever accents. */
function matching(people: readonly PersonLine[], words: string): readonly PersonLine[] {
  const sought = plain(words.trim());
  return sought.length < 2 ? [] : people.filter(({ name, mail }) => plain(`${name} ${mail ?? ''}`).includes(sought));
}

type Open = { readonly what: 'correct' | 'erase'; readonly person: PersonLine };
type LineProps = {
  readonly person: PersonLine;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onOpen: (open: Open) => void;
};

function Line({ person, busy, onTake, onOpen }: LineProps) {
  const { t } = useTranslation('admin');
  const { name, mail, houses } = person;
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <div className={classes.about}>
          <p className={classes.name}>{name}</p>
          <p className={classes.issuer}>
            {mail ?? t('people.noMail')} · {houses.length === 0 ? t('people.noHouse') : houses.join(', ')}
          </p>
        </div>
        <div className={classes.deeds}>
          <TextButton disabled={busy} onClick={onTake} label={t('people.takeNamed', { name })}>
            {t('people.take')}
          </TextButton>
          <TextButton onClick={() => onOpen({ what: 'correct', person })} label={t('people.correctNamed', { name })}>
            {t('people.correct')}
          </TextButton>
          <TextButton onClick={() => onOpen({ what: 'erase', person })} label={t('people.eraseNamed', { name })}>
            {t('people.erase')}
          </TextButton>
        </div>
      </div>
    </li>
  );
}

/** Everybody who is kept by name: giving somebody what is kept of them, correcting it, and erasing it, when they ask. */
export function PeopleCard() {
  const { t } = useTranslation('admin');
  const { data: people, error, refetch } = useQuery(peopleQueries.people());
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const taking = useMutation({
    mutationFn: ({ personId }: PersonLine) => api.get<OwnData>(`/people/${personId}/data`),
    retry: false,
    onSuccess: (data) =>
      save(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), `${data.person.personId}.json`),
  });
  const found = matching(people ?? [], words);
  const close = () => setOpen(null);
  const isShort = words.trim().length < 2;
  return (
    <Card title={t('people.title')}>
      <p className={classes.intro}>{t('people.intro')}</p>
      {people === undefined &&
        (error === null ? <Loading rows={2} /> : <Failure error={error} retry={() => void refetch()} />)}
      {people !== undefined && (
        <>
          <TextInput
            type="search"
            autoComplete="off"
            label={t('people.search')}
            description={t('people.searchHint')}
            value={words}
            leftSection={<IconSearch size={16} aria-hidden />}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <div className={classes.problem}>
            <Problem error={taking.error} />
          </div>
          <ul className={classes.lines}>
            {found.slice(0, most).map((person) => (
              <Line
                key={person.personId}
                person={person}
                busy={taking.isPending}
                onTake={() => taking.mutate(person)}
                onOpen={setOpen}
              />
            ))}
          </ul>
          <p role="status" className={classes.intro}>
            {!isShort && found.length === 0 && t('people.none')}
            {found.length > most && t('people.more', { count: found.length - most })}
          </p>
        </>
      )}
      {open?.what === 'correct' && <CorrectPersonDialog person={open.person} onClose={close} />}
      {open?.what === 'erase' && <ErasePersonDialog person={open.person} onClose={close} />}
    </Card>
  );
}
