import type { Session } from '#contracts/people';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { verifyBuild } from '../client/build.js';
import { drafts } from '../client/kept.js';
import { outbox } from '../client/outbox.js';
import { refresh } from '../client/session.js';
import { fetchAhead } from '../shared/fetch-ahead.js';
import { say, sayFailed } from '../shared/toast.js';
import { addressOf, navigationFor } from './navigation.js';

type Preloading = { readonly preload?: () => Promise<void> };

/** The pages that a person may open, and the one for signing in. */
function usePages(session: Session): readonly (() => Promise<void>)[] {
  const { routesById } = useRouter();
  return useMemo(() => {
    const open = ['/sign-in', ...navigationFor(session).flatMap(({ entries }) => entries.map(addressOf))];
    return Object.values(routesById)
      .filter(({ fullPath }) => open.some((address) => fullPath === address || fullPath.startsWith(`${address}/`)))
      .flatMap(({ options }) => (options.component as Preloading | undefined)?.preload ?? []);
  }, [routesById, session]);
}

/**
 * Makes a page ready to lose its connection, and to be reloaded: what one may need is fetched ahead, commands without an answer go
 * on, and a page that still has something unkept asks before it is left.
 */
export function useOffline(session: Session): void {
  const { t } = useTranslation();
  const pages = usePages(session);
  const personId = session.person.personId;
  useEffect(() => fetchAhead(pages), [pages]);
  useEffect(() => {
    outbox.resume(({ about }, error) => {
      void refresh();
      if (error === undefined) {
        say(t('held.sent', { about }));
      } else {
        sayFailed(error);
      }
    });
  }, [personId, t]);
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (drafts.isBehind || outbox.held().length > 0) {
        event.preventDefault();
      }
    };
    const onMissing = () => void verifyBuild();
    addEventListener('beforeunload', onLeave);
    addEventListener('vite:preloadError', onMissing);
    return () => {
      removeEventListener('beforeunload', onLeave);
      removeEventListener('vite:preloadError', onMissing);
    };
  }, []);
}
