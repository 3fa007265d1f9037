import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { OpenPage } from '../open-page.js';
import { CameBack } from '../came-back.js';
import { peopleQueries } from '../queries.js';
import { MailCode } from './mail-code.js';
import { Personas } from './personas.js';
import { pathOf, Providers } from './providers.js';
import classes from './sign-in-page.module.css';
import { useEntered } from './use-entered.js';

/** The ways in that this installation offers, one below the other. */
function Ways() {
  const { t } = useTranslation('sign-in');
  const { to } = useSearch({ from: '/sign-in' });
  const onEntered = useEntered(to);
  const { data: options, error, refetch } = useQuery(peopleQueries.signInOptions());
  if (options === undefined) {
    return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  }
  const isClosed = !options.personas && !options.mail && options.providers.length === 0;
  return (
    <>
      {isClosed && <Empty title={t('none')} text={t('noneText')} />}
      {options.providers.length > 0 && (
        <Providers providers={options.providers} request={() => ({ purpose: 'sign-in', to: pathOf(to) })} />
      )}
      {options.mail && <MailCode keepsLetters={options.letters} onEntered={onEntered} />}
      {options.personas && <Personas onEntered={onEntered} />}
    </>
  );
}

/** How one comes in. */
export function SignInPage() {
  const { t } = useTranslation('sign-in');
  const cameBack = useSearch({ from: '/sign-in' });
  return (
    <OpenPage title={t('title')} claim={t('claim')} figures={t('publicFigures')}>
      <div className={classes.problem}>
        <CameBack {...cameBack} />
      </div>
      {cameBack.to === '/join' && <p>{t('thenInvitation')}</p>}
      <Ways />
    </OpenPage>
  );
}
