import type { CaseView } from '#contracts/case';
import { actsFor, isCoordinator, viewerOf } from '#domain/people';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { ActionList } from '../actions/action-list.js';
import { mainActions } from '../actions/catalogue.js';
import type { ActionControl } from '../actions/use-action.js';
import { IconStar } from '../../../shared/icons.js';
import { laterDialog } from '../../../shared/later.js';
import { Overtaken } from '../../../shared/overtaken.js';
import { TextButton } from '../../../shared/text-button.js';
import classes from './case-page.module.css';

type DoNowProps = { readonly view: CaseView; readonly control: ActionControl };

const ReferDialog = laterDialog(() => import('../refer/refer-dialog.js'), 'ReferDialog');

/** Asking somebody else to lead is a deed of its own, of those who lead. */
function HandOverLead({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation(['case-page', 'actions']);
  const viewer = viewerOf(useSession());
  const [asking, setAsking] = useState(false);
  const leads = isCoordinator(viewer) || actsFor(viewer, view.lead?.serviceId);
  const isPossible = leads && view.actions.some(({ type }) => type === 'refer');
  return (
    <>
      {isPossible && (
        <p className={classes.lead} data-no-print>
          <TextButton icon={<IconStar size={16} aria-hidden />} onClick={() => setAsking(true)}>
            {t('handOverLead')}
          </TextButton>
        </p>
      )}
      {asking && (
        <Overtaken value={isPossible ? null : t('actions:overtaken.case')}>
          <ReferDialog case={view} mode="lead" opened onClose={() => setAsking(false)} />
        </Overtaken>
      )}
    </>
  );
}

/** Only what is possible now, the most pressing first; what one may call back stays folded away. */
export function DoNow({ view, control }: DoNowProps) {
  const { t } = useTranslation('case-page');
  const all = mainActions(view);
  const recalls = all.filter((action) => action.type === 'recall');
  const actions = all.filter((action) => action.type !== 'recall');
  // Who works for two services sees for which one they answer.
  const isAskedTwice = useSession().membership.services.length > 1;
  return (
    <>
      <h2 className={classes.sectionTitle}>{t('do.title')}</h2>
      {all.length === 0 && <p className={classes.nothing}>{t('do.nothing')}</p>}
      <ActionList actions={actions} view={view} control={control} nameServices={isAskedTwice} />
      <HandOverLead view={view} />
      {recalls.length > 0 && (
        <details className={classes.recalls} data-no-print>
          <summary>{t('do.recall')}</summary>
          <ActionList actions={recalls} view={view} control={control} noPrimary noKeys />
        </details>
      )}
    </>
  );
}
