import { useTranslation } from 'react-i18next';
import { useLive } from '../client/live.js';
import { outbox, type Unanswered } from '../client/outbox.js';
import classes from './draft-note.module.css';
import { IconCloudOff, IconNote } from './icons.js';
import { TextButton } from './text-button.js';
import type { DraftNotice } from './use-draft.js';

/** Says that a form shows what was written before, with the way to begin anew. */
export function DraftNote({ draft }: { readonly draft: DraftNotice | undefined }) {
  const { t } = useTranslation();
  if (draft?.restored !== true) {
    return null;
  }
  return (
    <div className={classes.note} role="status" data-draft>
      <IconNote size={17} aria-hidden />
      <span className={classes.text}>{t('draft.restored')}</span>
      <TextButton onClick={draft.discard}>{t('draft.discard')}</TextButton>
    </div>
  );
}

type WaitingProps = {
  /** The command that waits for the connection. */
  readonly held: Unanswered | undefined;
  /** Something was sent that has no answer yet. */
  readonly busy: boolean;
};

/** Says why nothing happens yet: what was sent waits, and may be taken back. */
export function WaitingNote({ held, busy }: WaitingProps) {
  const { t } = useTranslation();
  const { state } = useLive();
  const isAway = state === 'away';
  if (held === undefined && !(busy && isAway)) {
    return null;
  }
  return (
    <div className={`${classes.note} ${classes.away}`} role="status" data-held>
      <IconCloudOff size={17} aria-hidden />
      <span className={classes.text}>
        {t(held === undefined ? 'held.noAnswer' : isAway ? 'held.waits' : 'held.slow')}
      </span>
      {held !== undefined && <TextButton onClick={() => outbox.withdraw(held.key)}>{t('held.withdraw')}</TextButton>}
    </div>
  );
}
