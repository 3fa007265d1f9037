import type { LinkStanding, OwnSession } from '#contracts/people';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { leaving } from '../../../client/leaving.js';
import { ApiProblem } from '../../../client/problem.js';
import { Problem } from '../../../shared/form-problem.js';
import { StatementLink } from '../../../shared/statement-link.js';
import { Failure, Loading } from '../../../shared/states.js';
import { useFormats } from '../../../shared/time.js';
import { Frame } from './frame.js';
import classes from './mail-code.module.css';
import { useEntered } from './use-entered.js';

/** Why a link leads no further, and the way to another one. */
function Refused({ error }: { readonly error: Error }) {
  const { t } = useTranslation('sign-in');
  return (
    <>
      <Problem error={error} />
      <p className={classes.below}>
        <Link to="/sign-in">{t('link.another')}</Link>
      </p>
    </>
  );
}

type SecretProps = { readonly secret: string };

function OfSecret({ secret }: SecretProps) {
  const { t } = useTranslation('sign-in');
  const formats = useFormats();
  const onEntered = useEntered(undefined);
  const {
    data: standing,
    error,
    refetch,
  } = useQuery({
    queryKey: ['sign-in-link', secret],
    queryFn: ({ signal }) => api.post<LinkStanding>('/sign-in/links', { secret }, { signal }),
    staleTime: Infinity,
    retry: false,
  });
  const use = useMutation({
    mutationFn: async () => {
      // What ends the session of before must not come after this one has begun.
      await leaving.told();
      return api.post<OwnSession>('/sign-in/codes/use', { by: 'link', secret });
    },
    retry: false,
    onSuccess: onEntered,
  });
  if (standing === undefined) {
    const isRefused = error instanceof ApiProblem && !error.passing;
    return error === null ? (
      <Loading rows={2} />
    ) : isRefused ? (
      <Refused error={error} />
    ) : (
      <Failure compact error={error} retry={() => void refetch()} />
    );
  }
  const { name, expiresAt } = standing;
  return (
    <>
      <p className={classes.text}>{t('link.whose', { name, time: formats.clock(new Date(expiresAt)) })}</p>
      {use.error === null ? null : <Refused error={use.error} />}
      <Button loading={use.isPending} onClick={() => use.mutate()}>
        {t('link.use')}
      </Button>
      <p className={classes.below}>{t('link.stranger')}</p>
    </>
  );
}

/**
 * Where the link of a mail leads. Opening it uses nothing, because programs that look at mails open links too: a person presses a
 * button. The secret is behind the `#`, so no server is told of it before.
 */
export function LinkPage() {
  const { t } = useTranslation('sign-in');
  const secret = useLocation({ select: ({ hash }) => hash });
  return (
    <Frame title={t('link.title')} foot={<StatementLink />}>
      <div className={classes.way}>
        {secret === '' ? (
          <Refused error={new Error(t('link.incomplete'))} />
        ) : (
          <OfSecret key={secret} secret={secret} />
        )}
      </div>
    </Frame>
  );
}
