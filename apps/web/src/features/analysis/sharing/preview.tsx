import type { CubeAnswer, FigureQuestion } from '#contracts';
import { sharedPicture } from '#figures';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../case/queries.js';
import { FigureCard } from '../../../shared/figures/figure-card.js';
import { useLabels } from '../../../shared/labels.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { useFormats } from '../../../shared/time.js';

type SharedCardProps = {
  readonly figure: { readonly figureId: string; readonly question: FigureQuestion; readonly remark: string };
  readonly answer: CubeAnswer;
};

/** A shared figure as everybody sees it, with what makes it safe to show. */
export function SharedCard({ figure, answer }: SharedCardProps) {
  const { t } = useTranslation('shared-figures');
  const labels = useLabels();
  const formats = useFormats();
  const [isTable, setTable] = useState(false);
  const { asOf, base } = answer.standing;
  const picture = sharedPicture(figure, answer, labels.language);
  return picture.isEmpty || asOf === null ? (
    <Empty title={t('empty')} text={t('emptyText')} />
  ) : (
    <FigureCard
      figure={picture}
      foot={t('exactness', { base, most: base - 1, date: formats.date(new Date(asOf)) })}
      isTable={isTable}
      onToggle={() => setTable(!isTable)}
    />
  );
}

/** The figure of a question, before it is shared. */
export function Preview({ question }: { readonly question: FigureQuestion }) {
  const { cube, by, ...rest } = question;
  const asked = { cube, by: by.join(','), ...rest };
  const { data, error, refetch } = useQuery(queries.figures('published', asked));
  if (data === undefined) {
    return error === null ? <Loading rows={5} /> : <Failure error={error} retry={() => void refetch()} />;
  }
  return <SharedCard figure={{ figureId: 'preview', question, remark: '' }} answer={data} />;
}
