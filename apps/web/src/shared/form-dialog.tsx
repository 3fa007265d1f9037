import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.js';
import { focusFault } from './focus.js';
import type { Unanswered } from '../client/outbox.js';
import { DraftNote, WaitingNote } from './draft-note.js';
import classes from './form-dialog.module.css';
import { Problem } from './form-problem.js';
import { OvertakenNote, useOvertaken } from './overtaken.js';
import type { DraftNotice } from './use-draft.js';

type FormDialogProps = {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** One sentence on what the deed does. */
  readonly intro?: ReactNode;
  readonly submit: string;
  readonly onSubmit: () => void;
  /** It was sent, also too early: what is missing may say so from now on. */
  readonly onTry?: () => void;
  readonly busy?: boolean;
  /** Something is missing or wrong: who sends it all the same is told, and led there. */
  readonly disabled?: boolean;
  /** What is missing, where no field can say so. */
  readonly lacks?: string;
  /** It cannot be done as things are, which the dialog says: there is nothing to send. */
  readonly barred?: boolean;
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
  const overtaken = useOvertaken();
  const isOvertaken = overtaken !== null && props.busy !== true;
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  const isIncomplete = props.disabled === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (props.busy === true || props.barred === true || isOvertaken) {
      return;
    }
    setTries(tries + 1);
    props.onTry?.();
    if (!isIncomplete) {
      props.onSubmit();
    }
  };
  // After a try, once the fields say what they miss; and after a refusal that is about one of them.
  const isRefused = props.error instanceof Error;
  useEffect(() => {
    const place = form.current;
    if (
      place !== null &&
      tries > 0 &&
      (isIncomplete || place.querySelector('[aria-invalid="true"], [data-faulty]') !== null)
    ) {
      focusFault(place);
    }
    // A field that is mended while one types must not take the focus along.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [tries, isRefused]);
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title} size={props.size ?? 480}>
      <form ref={form} className={classes.body} onSubmit={submit} noValidate>
        {props.intro !== undefined && <p className={classes.intro}>{props.intro}</p>}
        <DraftNote draft={props.draft} />
        {props.children}
        {tries > 0 && isIncomplete && <Problem error={new Error(props.lacks ?? t('form.incomplete'))} />}
        <WaitingNote held={props.held} busy={props.busy === true} />
        {isOvertaken ? <OvertakenNote>{overtaken}</OvertakenNote> : <Problem error={props.error ?? null} />}
        <div className={classes.foot}>
          <Button variant="default" type="button" onClick={props.onClose} data-harmless>
            {t(props.barred === true ? 'form.close' : 'form.cancel')}
          </Button>
          {props.barred !== true && (
            <Button
              type="submit"
              loading={props.busy === true}
              aria-disabled={isIncomplete || isOvertaken || undefined}
              data-disabled={isIncomplete || isOvertaken || undefined}
              color={props.danger === true ? 'red' : 'indigo'}
            >
              {props.submit}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

export { Problem };
