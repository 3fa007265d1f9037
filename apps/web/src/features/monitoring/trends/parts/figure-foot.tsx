import { csvOfFile, fileOf, type Figure, type FigureFile, type Scene } from '#figures';
import { useTranslation } from 'react-i18next';
import type { FigureSource } from '../../../../shared/figures/queries.js';
import { IconDownload } from '../../../../shared/icons.js';
import { useLanguage } from '../../../../shared/labels.js';
import { save } from '../../../../shared/save.js';
import classes from './figure-foot.module.css';
import { useExactness } from './use-exactness.js';

/** The same lines as a workbook; what writes one comes when it is asked for. */
async function workbookFrom({ columns, lines }: FigureFile): Promise<Blob> {
  const { workbookOf, workbookType } = await import('#tables');
  return new Blob([await new Response(workbookOf(columns, lines)).arrayBuffer()], { type: workbookType });
}

type FigureFootProps = { readonly figure: Figure; readonly scene: Scene; readonly source: FigureSource };

/** Which filters a figure does not hear, how exact it is, and the numbers it shows as a file where they are published. */
export function FigureFoot({ figure, scene, source }: FigureFootProps) {
  const { t } = useTranslation('trends');
  const language = useLanguage();
  const exactness = useExactness(scene.standing);
  const file = fileOf(figure, scene);
  const files = [
    ['CSV', '.csv', async () => new Blob([csvOfFile(file, language)], { type: 'text/csv;charset=utf-8' })],
    ['Excel', '.xlsx', async () => workbookFrom(file)],
  ] as const;
  return (
    <>
      {figure.ignored.map((narrowing) => `${t('foot.ignored', { filter: t(`filter.${narrowing}`) })} `)}
      {exactness}
      {source === 'published' &&
        files.map(([name, end, make]) => (
          <button
            key={name}
            type="button"
            className={classes.file}
            data-no-print
            onClick={() => void make().then((blob) => save(blob, file.name + end))}
          >
            <IconDownload size={14} aria-hidden /> {name}
            <span className="visually-hidden"> {figure.title}</span>
          </button>
        ))}
    </>
  );
}
