import type { OwnSession } from '#contracts/people';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { switchLanguage } from '../../../client/i18n.js';
import { hasChosenLanguage, isLanguage } from '../../../client/languages.js';
import { enter } from '../../../client/session.js';

/** What follows once somebody has signed in: the session begins, in their language, where they wanted to go, by way of their passkey where it has to be shown. */
export function useEntered(to: string | undefined): (session: OwnSession) => Promise<void> {
  const navigate = useNavigate();
  const router = useRouter();
  return async (session) => {
    await enter(session);
    const { language } = session.person;
    if (!hasChosenLanguage() && isLanguage(language)) {
      await switchLanguage(language);
    }
    if (session.passkey === 'awaited') {
      await navigate({ to: '/passkey', search: to === undefined ? {} : { to } });
      return;
    }
    if (to !== undefined) {
      router.history.push(to);
      return;
    }
    await navigate({ to: '/' });
  };
}
