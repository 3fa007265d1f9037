import type { FlowRequest } from '#contracts/people';
import { isLinkEnough } from '#domain/people';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { peopleQueries } from '../queries.js';
import { Providers } from '../sign-in/providers.js';
import classes from './join-page.module.css';
import { keptLink } from './kept-link.js';

type WithAccountProps = {
  readonly secret: string;
  /** What somebody new wants to be called; undefined while they have not said it. */
  readonly said: () => { readonly name?: string; readonly language?: 'fr' | 'nl' | 'en' } | undefined;
};

/** Whether one who joins by the link alone can sign in later, as far as it is known here. */
export function useLinkIsEnough(): boolean {
  const { data: options } = useQuery(peopleQueries.signInOptions());
  return options === undefined || isLinkEnough(options);
}

/** Joins with an account of a provider, which is how the person signs in from then on; the link of the invitation stays in this tab. */
export function WithAccount({ secret, said }: WithAccountProps) {
  const { t } = useTranslation('join');
  const { data: options } = useQuery(peopleQueries.signInOptions());
  if (options === undefined) {
    return null;
  }
  if (options.providers.length === 0) {
    return isLinkEnough(options) ? null : <p className={classes.quiet}>{t('noWay')}</p>;
  }
  const request = (): FlowRequest | undefined => {
    const joiner = said();
    if (joiner === undefined) {
      return undefined;
    }
    keptLink.keep(secret);
    return { purpose: 'invitation', secret, ...joiner };
  };
  return (
    <div className={classes.account}>
      <p className={classes.quiet}>{t(isLinkEnough(options) ? 'withAccount' : 'accountNeeded')}</p>
      <Providers providers={options.providers} request={request} />
    </div>
  );
}
