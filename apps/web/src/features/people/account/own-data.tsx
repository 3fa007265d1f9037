import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { Card } from '../../../shared/page.js';
import { TextButton } from '../../../shared/text-button.js';
import { peopleQueries } from '../queries.js';
import classes from './account.module.css';
import { laterDialog } from '../../../shared/later.js';

const CorrectDialog = laterDialog(() => import('./correct-dialog.js'), 'CorrectDialog');
const EraseDialog = laterDialog(() => import('./erase-dialog.js'), 'EraseDialog');
const MailDialog = laterDialog(() => import('./mail-dialog.js'), 'MailDialog');

/** What is kept about the person: correcting it, taking it along, and erasing it. */
export function OwnData() {
  const { t } = useTranslation('account');
  const { person } = useSession();
  const { data: kept } = useQuery(peopleQueries.ownMail());
  const { data: options } = useQuery(peopleQueries.signInOptions());
  const [open, setOpen] = useState<'name' | 'mail' | 'erase' | null>(null);
  const close = () => setOpen(null);
  return (
    <Card title={t('data.title')}>
      <p className={classes.intro}>{t('data.intro')}</p>
      <p className={classes.device}>{person.name}</p>
      {kept !== undefined && <p className={classes.facts}>{kept.mail ?? t('mail.none')}</p>}
      <div className={classes.deeds}>
        <TextButton onClick={() => setOpen('name')}>{t('data.correct')}</TextButton>
        <TextButton onClick={() => setOpen('mail')}>{t('mail.open')}</TextButton>
        <a href="/api/v1/own-data" download className={classes.link}>
          {t('data.take')}
        </a>
        <TextButton onClick={() => setOpen('erase')}>{t('erase.open')}</TextButton>
      </div>
      {open === 'name' && <CorrectDialog person={person} onClose={close} />}
      {open === 'mail' && <MailDialog keepsLetters={options?.letters === true} onClose={close} />}
      {open === 'erase' && <EraseDialog person={person} onClose={close} />}
    </Card>
  );
}
