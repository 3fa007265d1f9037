import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { Card } from '../../../shared/page.js';
import { TextButton } from '../../../shared/text-button.js';
import classes from './account.module.css';
import { CorrectDialog } from './correct-dialog.js';

/** What is kept about the person: correcting it, and taking it along. */
export function OwnData() {
  const { t } = useTranslation('account');
  const { person } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card title={t('data.title')}>
      <p className={classes.intro}>{t('data.intro')}</p>
      <p className={classes.device}>{person.name}</p>
      <div className={classes.deeds}>
        <TextButton onClick={() => setIsOpen(true)}>{t('data.correct')}</TextButton>
        <a href="/api/v1/own-data" download className={classes.link}>
          {t('data.take')}
        </a>
      </div>
      {isOpen && <CorrectDialog person={person} onClose={() => setIsOpen(false)} />}
    </Card>
  );
}
