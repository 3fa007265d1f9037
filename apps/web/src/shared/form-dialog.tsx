import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unanswered } from '../client/outbox.js';
import { DraftNote, WaitingNote } from './draft-note.js';
import classes from './form-dialog.module.css';
import { Problem } from './form-problem.js';
import type { DraftNotice } from './use-draft.js';

type FormDialogProps = {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** One sentence on what the deed does. */
  readonly intro?: ReactNode;
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** The deed cannot be undone. */
  readonly danger?: boolean;
  readonly error?: Error | null;
  readonly size?: string | number;
  /** Of the draft that the dialog shows, when it keeps one. */
  readonly draft?: DraftNotice;
  /** What was sent from here and waits for the connection. */
  readonly held?: Unanswered | undefined;
  readonly children?: ReactNode;
};

/** A dialog that asks what is missing for one deed, and shows in place why it was refused. */
export function FormDialog(props: FormDialogProps) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (props.busy !== true && props.disabled !== true) {
      props.onSubmit();
    }
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      size={props.size ?? 480}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <form className={classes.body} onSubmit={submit} noValidate>
        {props.intro !== undefined && <p className={classes.intro}>{props.intro}</p>}
        <DraftNote draft={props.draft} />
        {props.children}
        <WaitingNote held={props.held} busy={props.busy === true} />
        <Problem error={props.error ?? null} />
        <div className={classes.foot}>
          <Button variant="default" type="button" onClick={props.onClose}>
            {t('form.cancel')}
          </Button>
          <Button
            type="submit"
            loading={props.busy === true}
            disabled={props.disabled === true}
            color={props.danger === true ? 'red' : 'indigo'}
          >
            {props.submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

export { Problem };
