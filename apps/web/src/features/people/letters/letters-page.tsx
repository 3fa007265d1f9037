import type { Letter } from '#contracts/people';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { StatementLink } from '../../../shared/statement-link.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { useFormats } from '../../../shared/time.js';
import { peopleQueries } from '../queries.js';
import { Frame } from '../sign-in/frame.js';
import classes from './letters-page.module.css';

/** A text with its addresses as links. */
function Linked({ text }: { readonly text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((piece, place) =>
    place % 2 === 1 ? (
      <a key={place} href={piece}>
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}

function LetterCard({ letter: { to, subject, text, writtenAt } }: { readonly letter: Letter }) {
  const { t } = useTranslation('letters');
  const formats = useFormats();
  const id = useId();
  return (
    <li>
      <article className={classes.letter} aria-labelledby={id}>
        <h2 className={classes.subject} id={id}>
          {subject}
        </h2>
        <p className={classes.facts}>{t('facts', { to, at: formats.full(new Date(writtenAt)) })}</p>
        <p className={classes.text}>
          <Linked text={text.trim()} />
        </p>
      </article>
    </li>
  );
}

function Letters() {
  const { t } = useTranslation('letters');
  const { data: letters, error, refetch } = useQuery(peopleQueries.letters());
  if (letters === undefined) {
    return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  }
  return letters.length === 0 ? (
    <Empty title={t('none')} text={t('noneText')} />
  ) : (
    <ul className={classes.letters}>
      {letters.map((letter) => (
        <LetterCard key={letter.letterId} letter={letter} />
      ))}
    </ul>
  );
}

/** Mails of development, the newest first, so that a person can follow their links. */
export function LettersPage() {
  const { t } = useTranslation('letters');
  return (
    <Frame title={t('title')} foot={<StatementLink />}>
      <p className={classes.intro}>{t('intro')}</p>
      <Letters />
    </Frame>
  );
}
