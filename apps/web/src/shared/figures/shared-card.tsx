import type { CubeAnswer, FigureQuestion } from '#contracts/monitoring';
import { sharedPicture } from '#figures';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../labels.js';
import { Empty } from '../states.js';
import { useFormats } from '../time.js';
import { FigureCard } from './figure-card.js';
import type texts from './texts.fr.json';

declare module '../../client/texts.js' {
  interface Texts {
    figures: typeof texts;
  }
}

type SharedCardProps = {
  readonly figure: { readonly figureId: string; readonly question: FigureQuestion; readonly remark: string };
  readonly answer: CubeAnswer;
};

/** A shared figure as everybody sees it, with what makes it safe to show. */
export function SharedCard({ figure, answer }: SharedCardProps) {
  const { t } = useTranslation('figures');
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
