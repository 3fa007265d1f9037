import type { Action, CaseView } from '#contracts/case';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../../shared/hotkeys.js';
import { useNames } from '../../../shared/directory.js';
import { Key, usePressed } from '../../../shared/key.js';
import classes from './action-list.module.css';
import { actionId, actionLooks } from './catalogue.js';
import type { ActionControl } from './use-action.js';

type ActionListProps = {
  readonly actions: readonly Action[];
  readonly view: CaseView;
  readonly control: ActionControl;
  /** Says of which service when an action is possible for several. */
  readonly nameServices?: boolean;
  /** Without a filled first button. */
  readonly noPrimary?: boolean;
  /** Without keys. */
  readonly noKeys?: boolean;
};

/** Words of an action. */
export function useActionWords(view: CaseView): (action: Action, nameService: boolean) => string {
  const { t } = useTranslation('actions');
  const names = useNames();
  return (action, nameService) => {
    const referral = view.referrals.find((one) => one.referralId === action.referralId);
    const leads = action.type === 'accept' && referral?.proposesLead === true;
    const words =
      leads && view.lead?.serviceId !== referral.to.serviceId
        ? t('acceptAsLead')
        : t(`button.${action.type}`, { month: action.month });
    if (!nameService || referral === undefined) {
      return words;
    }
    return t('of', { action: words, service: names.service(referral.to.serviceId) });
  };
}

function keysOf(actions: readonly Action[]): ReadonlyMap<string, Action> {
  const keys = new Map<string, Action>();
  const doubled = new Set<string>();
  for (const action of actions) {
    const { key } = actionLooks[action.type];
    if (key !== undefined) {
      if (keys.has(key)) {
        doubled.add(key);
      }
      keys.set(key, action);
    }
  }
  doubled.forEach((key) => keys.delete(key));
  return keys;
}

/** Buttons of what is possible, the most pressing first and filled, with their keys. */
export function ActionList({ actions, view, control, nameServices, noPrimary, noKeys }: ActionListProps) {
  const words = useActionWords(view);
  const pressed = usePressed();
  const keys = noKeys === true ? new Map<string, Action>() : keysOf(actions);
  useHotkeys(Object.fromEntries([...keys].map(([key, action]) => [key, () => control.start(action)])));
  const keyOf = (action: Action) => [...keys].find(([, one]) => one === action)?.[0];
  const isRepeated = (action: Action) => actions.filter((one) => one.type === action.type).length > 1;
  return (
    <div className={classes.list}>
      {actions.map((action, index) => {
        const look = actionLooks[action.type];
        const primary = index === 0 && noPrimary !== true;
        const key = keyOf(action);
        return (
          <button
            key={actionId(action)}
            type="button"
            className={`${classes.button} ${primary ? classes.primary : ''} ${
              action.type === 'withdraw-consent' ? classes.danger : ''
            }`}
            aria-keyshortcuts={pressed(key)}
            // Not disabled: the focus would be nowhere while an answer is waited for.
            aria-disabled={control.isBusy(action) || undefined}
            onClick={() => control.start(action)}
          >
            <look.icon size={18} aria-hidden />
            <span className={classes.label}>
              {words(action, nameServices === true || action.type === 'recall' || isRepeated(action))}
            </span>
            {key !== undefined && <Key onAccent={primary}>{key}</Key>}
          </button>
        );
      })}
    </div>
  );
}
