import { figureGroups, type Figure } from '#figures';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../../shared/text-button.js';
import type { Opened } from '../opened.js';
import classes from './contents.module.css';

type ContentsProps = {
  readonly figures: readonly Figure[];
  readonly opened: Opened;
  readonly onTurn: (ids: readonly string[], isOpen: boolean) => void;
  /** The id of the element that a figure is shown in. */
  readonly placeOf: (id: string) => string;
};

/** Every figure by its name; a name opens or closes it below. */
export function Contents({ figures, opened, onTurn, placeOf }: ContentsProps) {
  const { t } = useTranslation('trends');
  const ids = figures.map(({ id }) => id);
  const isAll = ids.every(opened.has);
  return (
    <nav className={classes.contents} aria-labelledby="contents-title" data-no-print>
      <div className={classes.head}>
        <h2 id="contents-title">{t('contents.title')}</h2>
        <TextButton onClick={() => onTurn(ids, !isAll)}>
          {t(isAll ? 'contents.closeAll' : 'contents.openAll')}
        </TextButton>
      </div>
      <div className={classes.groups}>
        {figureGroups.map((group) => (
          <div key={group}>
            <h3>{t(`contents.${group}`)}</h3>
            <ul>
              {figures
                .filter((figure) => figure.group === group)
                .map(({ id, title }) => (
                  <li key={id}>
                    <button
                      type="button"
                      aria-expanded={opened.has(id)}
                      aria-controls={opened.has(id) ? placeOf(id) : undefined}
                      onClick={() => onTurn([id], !opened.has(id))}
                    >
                      {title}
                    </button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
