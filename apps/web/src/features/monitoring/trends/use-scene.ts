import type { Tier } from '#contracts/monitoring';
import {
  coverageOf,
  filtersOf,
  firstQuestion,
  questionsOf,
  sceneOf,
  spansOf,
  type QuestionName,
  type Scene,
  type Spans,
} from '#figures';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FigureSource } from '../../../shared/figures/queries.js';
import { figureQueries } from '../../../shared/figures/queries.js';
import type { TrendSearch } from './route.js';
import { useSession } from '../../../client/session.js';
import { mayReadExact } from '../rooms.js';
import { useLabels } from '../../../shared/labels.js';

/** What the page has to show: nothing yet, nothing at all, an error, or the scene of its figures. */
export type SceneState =
  | { readonly is: 'loading' }
  | { readonly is: 'empty' }
  | { readonly is: 'failed'; readonly error: unknown; readonly retry: () => void }
  | {
      readonly is: 'ready';
      readonly scene: Scene;
      /** What is shown answers the question before this one. */ readonly isOld: boolean;
    };

/** The tier that the address asks for, if the person may read it. */
export function useTier(search: TrendSearch): Tier {
  const session = useSession();
  return search.tier === 'exact' && mayReadExact(session) ? 'exact' : 'published';
}

/** Asks all that the figures need, for the filters of the address. */
export function useScene(search: TrendSearch, source: FigureSource): SceneState {
  const labels = useLabels();
  const filters = useMemo(() => filtersOf(search), [search]);
  const first = useQuery({
    ...figureQueries.figures(source, firstQuestion(filters)),
    placeholderData: keepPreviousData,
  });
  // Members read outside series, and nobody waits for them: without one there is one picture less.
  const { data: businesses } = useQuery({ ...figureQueries.businesses(), enabled: source !== 'public' });
  const standing = first.data?.standing;
  const spans = useMemo((): Spans | null => {
    const coverage = standing === undefined ? null : coverageOf(standing);
    return coverage === null ? null : spansOf(coverage, filters.against, filters.since);
  }, [standing, filters]);
  const questions = spans === null ? null : questionsOf(filters, spans);
  const names = questions === null ? [] : (Object.keys(questions) as QuestionName[]);
  const others = useQueries({
    queries: names.map((name) => ({
      ...figureQueries.figures(source, questions === null ? firstQuestion(filters) : questions[name]),
      placeholderData: keepPreviousData,
    })),
  });
  const all = [first, ...others];
  const failed = all.find((one) => one.error !== null && one.data === undefined);
  if (failed !== undefined) {
    const retry = () => all.forEach((one) => one.error !== null && void one.refetch());
    return { is: 'failed', error: failed.error, retry };
  }
  if (first.data !== undefined && spans === null) {
    return { is: 'empty' };
  }
  if (
    first.data === undefined ||
    spans === null ||
    questions === null ||
    others.some((one) => one.data === undefined)
  ) {
    return { is: 'loading' };
  }
  const answers = Object.fromEntries(names.map((name, index) => [name, others[index]?.data])) as Scene['answers'];
  const scene = sceneOf({ language: labels.language, filters, spans, weekly: first.data, answers, businesses });
  return { is: 'ready', scene, isOld: all.some((one) => one.isPlaceholderData) };
}
