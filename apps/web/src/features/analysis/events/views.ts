import type { SavedRequest } from '#contracts/analysis';
import type { EventsSearch } from './route.js';
import type { SavedView } from './event-queries.js';
import { columnsInSearch, columnsOf, filterNames } from './filter.js';

type Content = Extract<SavedRequest['content'], { kind: 'view' }>;

/** What is kept of a search. */
export function contentOf(search: EventsSearch): Content {
  const kept = filterNames.flatMap((name): [string, string | string[]][] => {
    const value = search[name];
    return value === undefined ? [] : [[name, typeof value === 'string' ? value : [...value]]];
  });
  return { kind: 'view', search: Object.fromEntries(kept), columns: [...columnsOf(search)] };
}

/** The search that shows a saved view. */
export function searchOf({ savedId, content }: SavedView): EventsSearch {
  const { where, ...words } = content.search;
  const conditions = [where ?? []].flat();
  return {
    ...words,
    ...(conditions.length > 0 && { where: conditions }),
    columns: columnsInSearch(content.columns),
    view: savedId,
  };
}

/** True when the search shows something else than was kept. */
export function isChanged(search: EventsSearch, { content }: SavedView): boolean {
  const sorted = ({ search: kept, columns }: Content) => JSON.stringify([Object.entries(kept).sort(), columns]);
  return sorted(contentOf(search)) !== sorted(content);
}

/** True when the address names a view and nothing else, as a link to it does. */
export function isOnlyView(search: EventsSearch): boolean {
  return (
    search.view !== undefined && search.columns === undefined && filterNames.every((name) => search[name] === undefined)
  );
}
