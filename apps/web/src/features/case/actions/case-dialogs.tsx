import type { ReopenReason } from '#contracts/case';
import { reopenReasons } from '#contracts/case/codes';
import type { Profession } from '#contracts/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '../../../shared/choice-list.js';
import { ConsentFields, freshConsent } from '../parts/consent-fields.js';
import { optionsOf } from '../../../shared/code-options.js';
import { FactsFields } from '../parts/facts-fields.js';
import { useLabels } from '../../../shared/labels.js';
import { NoteField, useGuard } from '../../../shared/note-field.js';
import { useDraft } from '../../../shared/use-draft.js';
import { CommandDialog } from './command-dialog.js';
import classes from './dialogs.module.css';
import type { ActionDialogProps } from './dialog-props.js';
import { draftPlaceOf, useDialogCommand } from './dialog-props.js';

/** Corrects or completes the facts. */
export function AmendFactsDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const { value: facts, change, notice } = useDraft(draftPlaceOf(props), props.view.facts);
  const command = useDialogCommand(props);
  return (
    <CommandDialog
      title={t('facts.title')}
      submit={t('facts.submit')}
      command={command}
      draft={notice}
      size={720}
      onClose={props.onClose}
      intro={t('facts.intro')}
      disabled={JSON.stringify(facts) === JSON.stringify(props.view.facts)}
      lacks={t('facts.unchanged')}
      onSubmit={() => command.send({ type: 'amend-facts', facts })}
    >
      <FactsFields facts={facts} onChange={change} />
    </CommandDialog>
  );
}

/** Renews the consent: other professions, or a newer date. */
export function RenewConsentDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const draft = useDraft(draftPlaceOf(props), () => freshConsent([...(props.view.consent?.professions ?? [])]));
  const { value: consent } = draft;
  const command = useDialogCommand(props);
  return (
    <CommandDialog
      title={t('consent.title')}
      submit={t('consent.submit')}
      command={command}
      draft={draft.notice}
      onClose={props.onClose}
      intro={t('consent.intro')}
      disabled={consent.professions.length === 0 || consent.givenOn === ''}
      onSubmit={() => command.send({ type: 'renew-consent', consent })}
    >
      <ConsentFields consent={consent} onChange={draft.change} />
    </CommandDialog>
  );
}

/** Ends everything because the entrepreneur wants so; asks for a confirmation. */
export function WithdrawConsentDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const [confirmed, setConfirmed] = useState(false);
  const command = useDialogCommand(props);
  return (
    <CommandDialog
      title={t('withdraw.title')}
      submit={t('withdraw.submit')}
      command={command}
      danger
      onClose={props.onClose}
      intro={t('withdraw.intro')}
      disabled={!confirmed}
      onSubmit={() => command.send({ type: 'withdraw-consent' })}
    >
      <label className={classes.confirm}>
        <input type="checkbox" required checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />
        {t('withdraw.confirm')}
      </label>
    </CommandDialog>
  );
}

/** Opens a closed case again, with a new consent when the old one was withdrawn. */
export function ReopenDialog(props: ActionDialogProps) {
  const { t } = useTranslation(['actions', 'common']);
  const labels = useLabels();
  const needsConsent = props.view.consent === null;
  const asked = props.view.referrals.map((referral) => referral.to.profession);
  const draft = useDraft(draftPlaceOf(props), () => ({
    reason: null as ReopenReason | null,
    consent: freshConsent([...new Set<Profession>(asked)]),
  }));
  const { reason, consent } = draft.value;
  const [tried, setTried] = useState(false);
  const command = useDialogCommand(props);
  return (
    <CommandDialog
      title={t('reopen.title')}
      submit={t('reopen.submit')}
      command={command}
      draft={draft.notice}
      onClose={props.onClose}
      {...(needsConsent && { intro: t('reopen.consentNeeded') })}
      disabled={needsConsent && consent.professions.length === 0}
      onSubmit={() => {
        setTried(true);
        if (reason !== null) {
          command.send({ type: 'reopen-case', reason, ...(needsConsent && { consent }) });
        }
      }}
    >
      <ChoiceList
        legend={t('reopen.reason')}
        options={optionsOf(reopenReasons, labels) as { value: ReopenReason; label: string }[]}
        value={reason}
        onChange={(next) => draft.change({ reason: next })}
        error={tried && reason === null ? t('common:form.required') : undefined}
      />
      {needsConsent && <ConsentFields consent={consent} onChange={(next) => draft.change({ consent: next })} />}
    </CommandDialog>
  );
}

/** Adds a note for the parties of the case. */
export function AddNoteDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const draft = useDraft(draftPlaceOf(props), { note: '' });
  const { note } = draft.value;
  const found = useGuard(note);
  const command = useDialogCommand(props);
  return (
    <CommandDialog
      title={t('note.title')}
      submit={t('note.submit')}
      command={command}
      draft={draft.notice}
      onClose={props.onClose}
      disabled={note.trim() === '' || found.length > 0}
      onSubmit={() => command.send({ type: 'add-note', note: note.trim() })}
    >
      <NoteField
        label={t('note.note')}
        value={note}
        onChange={(next) => draft.change({ note: next })}
        path="note"
        error={command.error}
        sent={command.sent?.type === 'add-note' ? command.sent.note : undefined}
      />
    </CommandDialog>
  );
}
