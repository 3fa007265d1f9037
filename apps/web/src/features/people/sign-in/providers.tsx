import type { FlowRequest, FlowStart, SignInOptions } from '#contracts/people';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { leaving } from '../../../client/leaving.js';
import { Problem } from '../../../shared/form-problem.js';
import { IconChevronRight } from '../../../shared/icons.js';
import classes from './sign-in-page.module.css';

type ProvidersProps = {
  readonly providers: SignInOptions['providers'];
  /** For what somebody goes there; undefined while something is missing. */
  readonly request: () => FlowRequest | undefined;
};

/** A page of ours as an address has it, without a sign that is none there; undefined when it is too long to be sent along. */
export function pathOf(to: string | undefined): string | undefined {
  if (to === undefined) {
    return undefined;
  }
  const { pathname, search, hash } = new URL(to, location.origin);
  const path = `${pathname}${search}${hash}`;
  return path.length > 500 ? undefined : path;
}

/** The accounts of identity providers: the page goes there, and comes back signed in. */
export function Providers({ providers, request }: ProvidersProps) {
  const { t } = useTranslation('sign-in');
  const go = useMutation({
    mutationFn: async ({ providerId, flow }: { readonly providerId: string; readonly flow: FlowRequest }) => {
      // What ends the session of before must not come after the next one has begun.
      await leaving.told();
      return api.post<FlowStart>(`/sign-in/providers/${providerId}`, flow);
    },
    onSuccess: ({ address }) => location.assign(address),
  });
  const begin = (providerId: string) => {
    const flow = request();
    if (flow !== undefined) {
      go.mutate({ providerId, flow });
    }
  };
  return (
    <section className={classes.providers} aria-label={t('providers')}>
      <Problem error={go.error} />
      {providers.map(({ providerId, name }) => (
        <Button
          key={providerId}
          size="md"
          fullWidth
          disabled={go.isPending}
          rightSection={<IconChevronRight size={17} aria-hidden />}
          onClick={() => begin(providerId)}
        >
          {t('continueWith', { name })}
        </Button>
      ))}
    </section>
  );
}
