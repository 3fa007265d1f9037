import { ownPicturesOf, type OwnScene } from '#figures';
import { useTranslation } from 'react-i18next';
import { FigureCard } from '../../../shared/figures/figure-card.js';
import type { Tables } from '../../../shared/figures/tables.js';
import { Card } from '../../../shared/page.js';
import { Empty } from '../../../shared/states.js';
import classes from './own-figures.module.css';

type PicturesProps = {
  readonly scene: OwnScene;
  /** How exact they are, and for whom. */
  readonly foot: string;
  readonly tables: Tables;
  readonly onTurn: (id: string) => void;
};

/** The figures of the weeks that were chosen, a card for each. */
export function Pictures({ scene, foot, tables, onTurn }: PicturesProps) {
  const { t } = useTranslation('own-figures');
  const pictures = ownPicturesOf(scene);
  if (pictures.length === 0) {
    return (
      <Card>
        <Empty title={t('empty.title')} text={t('empty.text')} />
      </Card>
    );
  }
  return (
    <div className={classes.cards}>
      {pictures.map((picture) => (
        <FigureCard
          key={picture.id}
          figure={picture}
          foot={foot}
          isTable={tables.has(picture.id)}
          onToggle={() => onTurn(picture.id)}
        />
      ))}
    </div>
  );
}
