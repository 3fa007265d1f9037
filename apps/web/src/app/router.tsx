import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { root, signedIn } from '../client/routes.js';
import { parseSearch, stringifySearch } from '../client/search.js';
import { Failure, Loading, NotFound } from '../shared/states.js';
import { Shell } from './shell.js';
import { homeOf, openRoutes, routes } from './subjects.js';

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.session), replace: true });
  },
});

root.update({ notFoundComponent: NotFound });
signedIn.update({ component: Shell });

/** All pages; each is fetched when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren([...openRoutes, signedIn.addChildren([home, ...routes])]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: Failure,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
