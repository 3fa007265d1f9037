import type { Standing } from '#contracts/monitoring';
import type { Figure } from '#figures';
import { useTranslation } from 'react-i18next';
import { address } from '../../../../client/api.js';
import type { FigureSource } from '../../../../shared/figures/queries.js';
import { IconDownload } from '../../../../shared/icons.js';
import { useLanguage } from '../../../../shared/labels.js';
import classes from './figure-foot.module.css';

const files = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
] as const;

type FigureFootProps = { readonly figure: Figure; readonly standing: Standing; readonly source: FigureSource };

/** Which filters a figure does not hear, how exact it is, and its numbers as a file where there is one. */
export function FigureFoot({ figure, standing, source }: FigureFootProps) {
  const { t } = useTranslation('trends');
  const language = useLanguage();
  const { question } = figure;
  return (
    <>
      {figure.ignored.map((narrowing) => `${t('foot.ignored', { filter: t(`filter.${narrowing}`) })} `)}
      {standing.base > 1 ? t('foot.rounded', { base: standing.base, most: standing.base - 1 }) : t('foot.exact')}
      {source === 'published' && (
        <>
          {files.map(([format, name]) => (
            <a
              key={format}
              className={classes.file}
              data-no-print
              href={address(`/monitoring/published/cubes/${question.cube}.${format}`, {
                ...question,
                cube: undefined,
                language: format === 'csv' ? language : undefined,
              })}
              download
            >
              <IconDownload size={14} aria-hidden /> {name}
              <span className="visually-hidden">: {figure.title}</span>
            </a>
          ))}
        </>
      )}
    </>
  );
}
