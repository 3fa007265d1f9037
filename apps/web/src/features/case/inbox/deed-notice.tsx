import type { Action, CaseView, InboxLine } from '#contracts/case';
import { drawerOf, undoUntil } from '#domain/case';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionControl } from '../actions/use-action.js';
import { useConfirmation } from '../actions/use-action.js';
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconChevronRight } from '../../../shared/icons.js';
import { useNow } from '../../../shared/time.js';
import classes from './deed-notice.module.css';

/** What the person has just done with a line, and the case after it. */
export type Deed = {
  readonly action: Action;
  readonly after: CaseView;
  /** How high the buttons were that it stands for: where they were no other button comes. */
  readonly height: number;
};

/** True when a deed moves the line somewhere else, so that there is something to go on from. */
export function movesOn({ key, referralId, state }: InboxLine, action: Action, after: CaseView): boolean {
  if (action.type === 'undo-answer' || (key.endsWith(':lead') && action.type === 'answer-lead')) {
    return true;
  }
  return state === null || after.referrals.find((one) => one.referralId === referralId)?.state !== state;
}

/** What follows from a deed, beyond what its confirmation says. */
function useFollowing() {
  const { t } = useTranslation('inbox');
  return ({ action, after }: Deed): string | null => {
    const referral = after.referrals.find((one) => one.referralId === action.referralId);
    if (action.type === 'decline') {
      return t(after.dispatch === null ? 'deed.senderTold' : 'deed.toDispatch');
    }
    return referral === undefined ? null : t('deed.drawer', { drawer: t(`bucket.${drawerOf(referral.state)}`) });
  };
}

/** The way back, while there is one. */
function useWayBack({ action, after }: Deed): Action | undefined {
  const now = useNow();
  const undo = after.actions.find((one) => one.type === 'undo-answer' && one.referralId === action.referralId);
  const referral = after.referrals.find((one) => one.referralId === action.referralId);
  const until = referral === undefined ? null : undoUntil(referral);
  return until !== null && now.toISOString() < until ? undo : undefined;
}

type DeedNoticeProps = {
  readonly code: string;
  readonly deed: Deed;
  readonly next: InboxLine | undefined;
  readonly control: ActionControl;
  readonly onNext: () => void;
};

/** Stands where the buttons were: what was done, what follows, the way back, and the way on. */
export function DeedNotice({ code, deed, next, control, onNext }: DeedNoticeProps) {
  const { t } = useTranslation(['inbox', 'actions']);
  const confirmation = useConfirmation();
  const following = useFollowing()(deed);
  const back = useWayBack(deed);
  const { action, after } = deed;
  const answer = action.type === 'accept' || action.type === 'decline' ? action.type : null;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed is gone; what it did is read first.
    place.current?.focus({ preventScroll: true });
  }, [action.type]);
  return (
    <div ref={place} tabIndex={-1} className={classes.notice} role="group" aria-label={t('deed.label', { code })}>
      <div className={classes.told} style={{ minHeight: deed.height }} role="status">
        <p className={classes.done}>
          <IconCheck size={18} aria-hidden /> <strong>{code}</strong>
        </p>
        <p>{confirmation(action, after)}</p>
        {following !== null && <p>{following}</p>}
        {answer !== null && back === undefined && <p className={classes.quiet}>{t(`deed.noWayBack.${answer}`)}</p>}
      </div>
      <div className={classes.ways}>
        {back !== undefined && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={17} aria-hidden />}
            loading={control.isBusy(back)}
            onClick={() => control.start(back)}
          >
            {t('actions:button.undo-answer')}
          </Button>
        )}
        <Button
          rightSection={next !== undefined && <IconChevronRight size={17} aria-hidden />}
          leftSection={next === undefined && <IconArrowLeft size={17} aria-hidden />}
          onClick={onNext}
        >
          {next === undefined ? t('panel.back') : t('deed.next', { code: next.code })}
        </Button>
      </div>
    </div>
  );
}
