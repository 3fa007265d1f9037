import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconListDetails } from '../../../shared/icons.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    events: typeof texts;
  }
}

/** Search of `/analysis/events`; lists are joined by commas, conditions are repeated. The feature reads what makes sense. */
export type EventsSearch = {
  readonly stream?: string | undefined;
  readonly type?: string | undefined;
  /** A span that moves with today, `week`; or civil dates, both inclusive. */
  readonly span?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly case?: string | undefined;
  readonly profession?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly municipality?: string | undefined;
  readonly where?: readonly string[] | undefined;
  readonly columns?: string | undefined;
  /** The event in the side panel, `stream/subject/sequence`. */
  readonly open?: string | undefined;
  /** Id of the saved view that was opened. */
  readonly view?: string | undefined;
  /** `1` while events are shown as they come. */
  readonly tail?: string | undefined;
};

/** Reads the search of `/analysis/events`. */
export function eventsSearch(raw: Raw): EventsSearch {
  const conditions = [raw['where']].flat().filter((one) => word(one) !== undefined) as string[];
  return {
    stream: word(raw['stream']),
    type: word(raw['type']),
    span: word(raw['span']),
    from: word(raw['from']),
    until: word(raw['until']),
    case: word(raw['case']),
    profession: word(raw['profession']),
    difficulty: word(raw['difficulty']),
    municipality: word(raw['municipality']),
    where: conditions.length === 0 ? undefined : conditions,
    columns: word(raw['columns']),
    open: word(raw['open']),
    view: word(raw['view']),
    tail: word(raw['tail']),
  };
}

/** The page `/analysis/events`. */
export const eventsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/analysis/events',
  validateSearch: eventsSearch,
  component: laterPage(() => withTexts('analysis', import('./events-page.js')), 'EventsPage'),
});

/** Its place in the navigation. */
export const eventsEntry: NavigationEntry = {
  group: 'analysis',
  name: 'events',
  route: eventsRoute,
  icon: IconListDetails,
  isOpen: rooms.events,
};
