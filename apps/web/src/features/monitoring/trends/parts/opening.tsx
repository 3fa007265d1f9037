import { sayIn, type Opening as OpeningWords } from '#figures';
import { useLanguage } from '../../../../shared/labels.js';
import { Rich } from '../../../../shared/rich.js';
import classes from './opening.module.css';

const arrows = { rise: '▲', fall: '▼', none: '' } as const;

/** What the figures say before any picture: which period, five figures with how each moved, and the changes that matter. */
export function Opening({ scope, keyFigures, changes }: OpeningWords) {
  const t = sayIn(useLanguage());
  return (
    <>
      <p className={classes.scope}>{scope.join(' ')}</p>
      <section aria-label={t('key.title')}>
        <ul className={classes.keys}>
          {keyFigures.map(({ id, label, value, change, certainty, verdict, note }) => (
            <li key={id} data-key={id} data-verdict={verdict}>
              <h2>{label}</h2>
              {note !== '' && <p className={classes.note}>{note}</p>}
              <p className={classes.value}>
                <Rich text={value} />
              </p>
              <p className={classes.change}>
                <Rich text={change} />
              </p>
              {certainty !== '' && (
                <p className={classes.certainty}>
                  {arrows[verdict] !== '' && <span aria-hidden>{arrows[verdict]} </span>}
                  {certainty}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className={classes.reading} aria-label={t('key.changes')}>
        {changes.map((text, place) => (
          <p key={text} className={place === 0 ? classes.main : classes.more}>
            <Rich text={text} />
          </p>
        ))}
      </section>
    </>
  );
}
