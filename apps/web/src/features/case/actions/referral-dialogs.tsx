import type { DeclineChoice, DeclineReason, HoldReason, ProgressStep } from '#contracts/case';
import { declineChoices, declineReasons, holdReasons, progressSteps } from '#contracts/case/codes';
import { longestHoldDays } from '#domain/case';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '../../../shared/choice-list.js';
import { optionsOf } from '../../../shared/code-options.js';
import { useLabels } from '../../../shared/labels.js';
import { NoteField, useGuard } from '../../../shared/note-field.js';
import { TextButton } from '../../../shared/text-button.js';
import { civilDate, endOfWorkingDay } from '../../../shared/time.js';
import { useDraft } from '../../../shared/use-draft.js';
import { CommandDialog } from './command-dialog.js';
import classes from './dialogs.module.css';
import type { ActionDialogProps } from './dialog-props.js';
import { draftPlaceOf, referralIdOf, useDialogCommand } from './dialog-props.js';

function options<Code extends string>(list: Parameters<typeof optionsOf>[0], labels: ReturnType<typeof useLabels>) {
  return optionsOf(list, labels) as { value: Code; label: string }[];
}

/** Declines a request with the reason and whose choice it is. */
export function DeclineDialog(props: ActionDialogProps) {
  const { t } = useTranslation(['actions', 'common']);
  const labels = useLabels();
  const draft = useDraft(draftPlaceOf(props), {
    reason: null as DeclineReason | null,
    chosen: null as DeclineChoice | null,
  });
  const { reason, chosen } = draft.value;
  const [changing, setChanging] = useState(false);
  const [tried, setTried] = useState(false);
  const command = useDialogCommand(props);
  // It follows from the reason, so that one question is enough; who knows better says so.
  const choice = chosen ?? (reason === null ? null : declineReasons[reason].choice);
  return (
    <CommandDialog
      title={t('decline.title')}
      submit={t('decline.submit')}
      command={command}
      draft={draft.notice}
      onClose={props.onClose}
      intro={t('decline.intro')}
      onSubmit={() => {
        setTried(true);
        if (reason !== null && choice !== null) {
          command.send({ type: 'decline', referralId: referralIdOf(props.action), reason, choice });
        }
      }}
    >
      <ChoiceList
        legend={t('decline.reason')}
        options={options<DeclineReason>(declineReasons, labels)}
        value={reason}
        onChange={(next) => draft.change({ reason: next, chosen: null })}
        error={tried && reason === null ? t('common:form.required') : undefined}
      />
      {choice !== null && !changing && (
        <p className={classes.follows}>
          <span role="status">{t('decline.follows', { choice: labels.of(declineChoices, choice) })}</span>
          <TextButton onClick={() => setChanging(true)}>{t('decline.change')}</TextButton>
        </p>
      )}
      {choice !== null && changing && (
        <ChoiceList
          legend={t('decline.choice')}
          columns
          options={options<DeclineChoice>(declineChoices, labels)}
          value={choice}
          onChange={(next) => draft.change({ chosen: next })}
        />
      )}
    </CommandDialog>
  );
}

/** Reports progress, with a note when there is more to say. */
export function ProgressDialog(props: ActionDialogProps) {
  const { t } = useTranslation(['actions', 'common']);
  const labels = useLabels();
  const draft = useDraft(draftPlaceOf(props), { step: null as ProgressStep | null, note: '' });
  const { step, note } = draft.value;
  const [tried, setTried] = useState(false);
  const found = useGuard(note);
  const command = useDialogCommand(props);
  return (
    <CommandDialog
      title={t('progress.title')}
      submit={t('progress.submit')}
      command={command}
      draft={draft.notice}
      onClose={props.onClose}
      intro={t('progress.intro')}
      disabled={found.length > 0}
      onSubmit={() => {
        setTried(true);
        if (step !== null) {
          const text = note.trim();
          command.send({
            type: 'record-progress',
            referralId: referralIdOf(props.action),
            step,
            ...(text !== '' && { note: text }),
          });
        }
      }}
    >
      <ChoiceList
        legend={t('progress.step')}
        columns
        options={options<ProgressStep>(progressSteps, labels)}
        value={step}
        onChange={(next) => draft.change({ step: next })}
        error={tried && step === null ? t('common:form.required') : undefined}
      />
      <NoteField
        label={t('progress.note')}
        optional
        value={note}
        onChange={(next) => draft.change({ note: next })}
        path="note"
        error={command.error}
        sent={command.sent !== null && 'note' in command.sent ? command.sent.note : undefined}
      />
    </CommandDialog>
  );
}

const shortcuts = [
  { key: 'weeks', count: 1, days: 7 },
  { key: 'weeks', count: 2, days: 14 },
  { key: 'months', count: 1, days: 30 },
  { key: 'months', count: 3, days: 90 },
] as const;
const dayMilliseconds = 86_400_000;

/** The civil date so many days from now. */
function inDays(days: number): string {
  return civilDate(new Date(Date.now() + days * dayMilliseconds));
}

/** Puts the help on hold until a date. */
export function HoldDialog(props: ActionDialogProps) {
  const { t } = useTranslation(['actions', 'common']);
  const labels = useLabels();
  const draft = useDraft(draftPlaceOf(props), () => ({ reason: null as HoldReason | null, until: inDays(14) }));
  const { reason, until } = draft.value;
  const [tried, setTried] = useState(false);
  const command = useDialogCommand(props);
  return (
    <CommandDialog
      title={t('hold.title')}
      submit={t('hold.submit')}
      command={command}
      draft={draft.notice}
      onClose={props.onClose}
      intro={t('hold.intro')}
      onSubmit={() => {
        setTried(true);
        if (reason !== null && until !== '') {
          command.send({ type: 'hold', referralId: referralIdOf(props.action), reason, until: endOfWorkingDay(until) });
        }
      }}
    >
      <ChoiceList
        legend={t('hold.reason')}
        options={options<HoldReason>(holdReasons, labels)}
        value={reason}
        onChange={(next) => draft.change({ reason: next })}
        error={tried && reason === null ? t('common:form.required') : undefined}
      />
      <div>
        <TextInput
          type="date"
          label={t('hold.until')}
          value={until}
          min={inDays(1)}
          max={inDays(longestHoldDays)}
          onChange={(event) => draft.change({ until: event.target.value })}
          error={tried && until === '' ? t('common:form.required') : undefined}
        />
        <div className={classes.shortcuts}>
          {shortcuts.map(({ key, count, days }) => (
            <Button
              key={days}
              size="compact-sm"
              variant="default"
              onClick={() => draft.change({ until: inDays(days) })}
            >
              {t(`hold.${key}`, { count })}
            </Button>
          ))}
        </div>
      </div>
    </CommandDialog>
  );
}
