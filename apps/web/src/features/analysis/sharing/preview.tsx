import type { FigureQuestion } from '#contracts/monitoring';
import { useQuery } from '@tanstack/react-query';
import { figureQueries } from '../../../shared/figures/queries.js';
import { SharedCard } from '../../../shared/figures/shared-card.js';
import { Failure, Loading } from '../../../shared/states.js';

/** The figure of a question, before it is shared. */
export function Preview({ question }: { readonly question: FigureQuestion }) {
  const { cube, by, ...rest } = question;
  const asked = { cube, by: by.join(','), ...rest };
  const { data, error, refetch } = useQuery(figureQueries.figures('published', asked));
  if (data === undefined) {
    return error === null ? <Loading rows={5} /> : <Failure error={error} retry={() => void refetch()} />;
  }
  return <SharedCard figure={{ figureId: 'preview', question, remark: '' }} answer={data} />;
}
