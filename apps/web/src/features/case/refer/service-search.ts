import type { CaseView } from '#contracts/case';
import type { Service } from '#contracts/directory';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../client/api.js';

/** What is asked of the directory; `case` stands for "as the case needs it" and is judged here, by what suits best. */
export type ServiceFilters = {
  readonly q: string;
  readonly profession: string;
  readonly difficulty: string;
  readonly language: string;
  readonly municipality: string;
  readonly capacity: string;
};

/** What the case itself asks for. */
export const asTheCase = 'case';

/** The first filters of a case: what it needs, near where it is. */
export function filtersOf(view: CaseView): ServiceFilters {
  const { municipality } = view.facts;
  const isPlace = municipality !== 'unknown' && municipality !== 'outside';
  return {
    q: '',
    profession: asTheCase,
    difficulty: asTheCase,
    language: asTheCase,
    municipality: isPlace ? municipality : '',
    capacity: '',
  };
}

/** Searches the directory; the last result stays while the next is fetched. */
export function serviceSearch(filters: ServiceFilters) {
  const plain = (value: string) => (value === asTheCase ? '' : value);
  const query = {
    q: filters.q.trim(),
    profession: plain(filters.profession),
    difficulty: plain(filters.difficulty),
    language: plain(filters.language),
    municipality: plain(filters.municipality),
    capacity: plain(filters.capacity),
  };
  return queryOptions({
    queryKey: ['services', 'search', query],
    queryFn: ({ signal }) => api.get<Service[]>('/directory/services', query, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

/** What was asked of the directory beside the case, and was let go because nobody met it. */
export type Widened = 'difficulty' | 'language';

/**
 * Keeps of a result what the case needs, where the person did not ask for something else. A choice that nobody meets is no choice: then
 * what the case alone asked for is let go, the difficulty before the language, and it is said. A search by name shows all.
 */
export function suiting(
  view: CaseView,
  filters: ServiceFilters,
  found: readonly Service[],
): { readonly services: readonly Service[]; readonly widened: readonly Widened[] } {
  if (filters.q.trim() !== '') {
    return { services: found, widened: [] };
  }
  const needed = view.facts.difficulties.map((one) => one.difficulty);
  const meets: Readonly<Record<Widened, (service: Service) => boolean>> = {
    difficulty: (service) => service.difficulties.some((one) => needed.includes(one)),
    language: (service) => service.languages.some((one) => view.facts.languages.includes(one)),
  };
  const asked = (['difficulty', 'language'] as const).filter((name) => filters[name] === asTheCase);
  for (const widened of ways(asked)) {
    const kept = asked.filter((name) => !widened.includes(name));
    const services = found.filter((service) => kept.every((name) => meets[name](service)));
    if (services.length > 0) {
      return { services, widened };
    }
  }
  return { services: [], widened: [] };
}

/** What may be let go, the least first. */
function ways(asked: readonly Widened[]): readonly (readonly Widened[])[] {
  return [[], ...asked.map((one) => [one]), ...(asked.length > 1 ? [asked] : [])];
}
