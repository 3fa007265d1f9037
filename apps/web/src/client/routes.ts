import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { ApiProblem } from './problem.js';
import { queryClient } from './query-client.js';
import { standing } from './standing.js';
import { openKept, sessionQuery } from './session.js';

/** Above all pages; those right below it are for everybody. */
export const root = createRootRoute({ component: Outlet });

/** Above all pages that need a session; `app/router.tsx` draws the frame around them. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    try {
      const session = await queryClient.ensureQueryData(sessionQuery());
      await openKept(session);
      standing.goOn();
      if (session.passkey === 'awaited') {
        throw redirect({ to: '/passkey', search: location.pathname === '/' ? {} : { to: location.href } });
      }
      return { session };
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { to: location.href } });
      }
      throw error;
    }
  },
});
