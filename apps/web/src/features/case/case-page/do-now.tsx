import type { CaseView } from '#contracts/case';
import { useTranslation } from 'react-i18next';
import { ActionList } from '../actions/action-list.js';
import { mainActions } from '../actions/catalogue.js';
import type { ActionControl } from '../actions/use-action.js';
import classes from './case-page.module.css';

type DoNowProps = { readonly view: CaseView; readonly control: ActionControl };

/** Only what is possible now, the most pressing first; what one may call back stays folded away. */
export function DoNow({ view, control }: DoNowProps) {
  const { t } = useTranslation('case-page');
  const all = mainActions(view);
  const recalls = all.filter((action) => action.type === 'recall');
  const actions = all.filter((action) => action.type !== 'recall');
  return (
    <>
      <h2 className={classes.sectionTitle}>{t('do.title')}</h2>
      {all.length === 0 && <p className={classes.nothing}>{t('do.nothing')}</p>}
      <ActionList actions={actions} view={view} control={control} />
      {recalls.length > 0 && (
        <details className={classes.recalls} data-no-print>
          <summary>{t('do.recall')}</summary>
          <ActionList actions={recalls} view={view} control={control} noPrimary noKeys />
        </details>
      )}
    </>
  );
}
