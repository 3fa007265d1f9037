import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Failure, Loading, NotFound } from '../shared/states.js';
import { withTexts } from '../client/i18n.js';
import { ApiProblem } from '../client/problem.js';
import { queries } from '../features/case/queries.js';
import { queryClient } from '../client/query-client.js';
import {
  auditSearch,
  caseSearch,
  contractSearch,
  directorySearch,
  dispatchSearch,
  eventsSearch,
  inboxSearch,
  outsideSearch,
  ownFiguresSearch,
  parseSearch,
  shareSearch,
  stringifySearch,
  trendSearch,
  workbenchSearch,
} from '../client/search.js';
import { homeOf } from '../client/session.js';
import { Shell } from './shell.js';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): { to?: string } =>
    typeof raw['to'] === 'string' && raw['to'].startsWith('/') && !raw['to'].startsWith('//') ? { to: raw['to'] } : {},
  component: lazyRouteComponent(() => import('../features/people/sign-in/sign-in-page.js'), 'SignInPage'),
});

const publicTrends = createRoute({
  getParentRoute: () => root,
  path: '/public',
  validateSearch: trendSearch,
  component: lazyRouteComponent(() => import('../features/monitoring/public/public-page.js'), 'PublicPage'),
});

const publicHowWeCount = createRoute({
  getParentRoute: () => root,
  path: '/public/how-we-count',
  component: lazyRouteComponent(() => import('../features/monitoring/public/public-how-we-count-page.js'), 'PublicHowWeCountPage'),
});

const publicFigure = createRoute({
  getParentRoute: () => root,
  path: '/public/figures/$figureId',
  component: lazyRouteComponent(() => import('../features/monitoring/public/public-figure-page.js'), 'PublicFigurePage'),
});

/** Everything below needs a session. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    try {
      return { session: await queryClient.ensureQueryData(queries.session()) };
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { to: location.href } });
      }
      throw error;
    }
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.session), replace: true });
  },
});

const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../features/case/inbox/inbox-page.js'), 'InboxPage'),
});

const cases = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('../features/case/cases/cases-page.js'), 'CasesPage'),
});

const newCase = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/new',
  component: lazyRouteComponent(() => import('../features/case/new-case/new-case-page.js'), 'NewCasePage'),
});

const oneCase = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('../features/case/case-page/case-page.js'), 'CasePage'),
});

const dispatch = createRoute({
  getParentRoute: () => signedIn,
  path: '/dispatch',
  validateSearch: dispatchSearch,
  component: lazyRouteComponent(() => import('../features/case/dispatch/dispatch-page.js'), 'DispatchPage'),
});

const trends = createRoute({
  getParentRoute: () => signedIn,
  path: '/trends',
  validateSearch: trendSearch,
  component: lazyRouteComponent(() => import('../features/monitoring/trends/trends-page.js'), 'TrendsPage'),
});

const packs = createRoute({
  getParentRoute: () => signedIn,
  path: '/trends/packs',
  component: lazyRouteComponent(() => import('../features/monitoring/packs/packs-page.js'), 'PacksPage'),
});

const trendsProject = createRoute({
  getParentRoute: () => signedIn,
  path: '/trends/project',
  validateSearch: trendSearch,
  component: lazyRouteComponent(() => import('../features/monitoring/trends/projection-page.js'), 'ProjectionPage'),
});

const howWeCount = createRoute({
  getParentRoute: () => signedIn,
  path: '/trends/how-we-count',
  component: lazyRouteComponent(() => import('../features/monitoring/trends/how-we-count-page.js'), 'HowWeCountPage'),
});

const outside = createRoute({
  getParentRoute: () => signedIn,
  path: '/trends/outside',
  validateSearch: outsideSearch,
  component: lazyRouteComponent(
    () => withTexts('outside', import('../features/outside/outside-page.js')),
    'OutsidePage',
  ),
});

const ownFigures = createRoute({
  getParentRoute: () => signedIn,
  path: '/figures',
  validateSearch: ownFiguresSearch,
  component: lazyRouteComponent(() => import('../features/monitoring/own-figures/own-figures-page.js'), 'OwnFiguresPage'),
});

const share = createRoute({
  getParentRoute: () => signedIn,
  path: '/analysis/share',
  validateSearch: shareSearch,
  component: lazyRouteComponent(() => import('../features/analysis/sharing/share-page.js'), 'SharePage'),
});

const directory = createRoute({
  getParentRoute: () => signedIn,
  path: '/directory',
  validateSearch: directorySearch,
  component: lazyRouteComponent(() => import('../features/directory/directory-page.js'), 'DirectoryPage'),
});

const workbench = createRoute({
  getParentRoute: () => signedIn,
  path: '/analysis/workbench',
  validateSearch: workbenchSearch,
  // Opening a query is a step of the browser’s history; running it only rewrites the address of its step.
  beforeLoad: ({ location }) => ({ step: location.state.__TSR_index }),
  component: lazyRouteComponent(
    () => withTexts('analysis', import('../features/analysis/workbench/workbench-page.js')),
    'WorkbenchPage',
  ),
});

const contracts = createRoute({
  getParentRoute: () => signedIn,
  path: '/analysis/contracts',
  validateSearch: contractSearch,
  component: lazyRouteComponent(
    () => withTexts('analysis', import('../features/analysis/contracts/contracts-page.js')),
    'ContractsPage',
  ),
});

const analysisAudit = createRoute({
  getParentRoute: () => signedIn,
  path: '/analysis/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(
    () => withTexts('analysis', import('../features/analysis/audit/analysis-audit-page.js')),
    'AnalysisAuditPage',
  ),
});

const operations = createRoute({
  getParentRoute: () => signedIn,
  path: '/operations',
  component: lazyRouteComponent(
    () => withTexts('system', import('../features/operations/operations-page.js')),
    'OperationsPage',
  ),
});

const events = createRoute({
  getParentRoute: () => signedIn,
  path: '/analysis/events',
  validateSearch: eventsSearch,
  component: lazyRouteComponent(() => withTexts('analysis', import('../features/analysis/events/events-page.js')), 'EventsPage'),
});

const routeTree = root.addChildren([
  signIn,
  publicTrends,
  publicHowWeCount,
  publicFigure,
  signedIn.addChildren([
    home,
    inbox,
    cases,
    newCase,
    oneCase,
    dispatch,
    trends,
    trendsProject,
    howWeCount,
    packs,
    outside,
    ownFigures,
    share,
    directory,
    workbench,
    contracts,
    analysisAudit,
    operations,
    events,
  ]),
]);

/** All pages; each is fetched when it is first opened. */
export const router = createRouter({
  routeTree,
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
