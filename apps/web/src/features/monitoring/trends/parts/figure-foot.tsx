import type { Standing } from '#contracts/monitoring';
import type { Figure } from '#figures';
import { useTranslation } from 'react-i18next';
import { address } from '../../../../client/api.js';
import type { FigureSource } from '../../../../shared/figures/queries.js';
import { IconDownload } from '../../../../shared/icons.js';
import classes from './figure-foot.module.css';

type FigureFootProps = { readonly figure: Figure; readonly standing: Standing; readonly source: FigureSource };

/** Which filters a figure does not hear, how exact it is, and its numbers as a file where there is one. */
export function FigureFoot({ figure, standing, source }: FigureFootProps) {
  const { t } = useTranslation('trends');
  const { question } = figure;
  return (
    <>
      {figure.ignored.map((narrowing) => `${t('foot.ignored', { filter: t(`filter.${narrowing}`) })} `)}
      {standing.base > 1 ? t('foot.rounded', { base: standing.base, most: standing.base - 1 }) : t('foot.exact')}
      {source === 'published' && (
        <a
          className={classes.file}
          data-no-print
          href={address(`/monitoring/published/cubes/${question.cube}.csv`, { ...question, cube: undefined })}
          download
        >
          <IconDownload size={14} aria-hidden /> CSV<span className="visually-hidden">: {figure.title}</span>
        </a>
      )}
    </>
  );
}
