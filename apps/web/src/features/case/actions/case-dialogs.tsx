import type { ReopenReason } from '#contracts/case';
import { reopenReasons } from '#contracts/case/codes';
import type { Profession } from '#contracts/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '../../../shared/choice-list.js';
import { ConsentFields, freshConsent } from '../parts/consent-fields.js';
import { optionsOf } from '../../../shared/code-options.js';
import { FactsFields } from '../parts/facts-fields.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { useLabels } from '../../../shared/labels.js';
import { NoteField, useGuard } from '../../../shared/note-field.js';
import classes from './dialogs.module.css';
import type { ActionDialogProps } from './dialog-props.js';
import { useDialogCommand } from './dialog-props.js';

/** Corrects or completes the facts. */
export function AmendFactsDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const [facts, setFacts] = useState(props.view.facts);
  const { send, busy, error } = useDialogCommand(props);
  return (
    <FormDialog
      opened
      size={720}
      onClose={props.onClose}
      title={t('facts.title')}
      intro={t('facts.intro')}
      submit={t('facts.submit')}
      busy={busy}
      error={error}
      disabled={JSON.stringify(facts) === JSON.stringify(props.view.facts)}
      onSubmit={() => send({ type: 'amend-facts', facts })}
    >
      <FactsFields facts={facts} onChange={setFacts} />
    </FormDialog>
  );
}

/** Renews the consent: other professions, or a newer date. */
export function RenewConsentDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const [consent, setConsent] = useState(freshConsent([...(props.view.consent?.professions ?? [])]));
  const { send, busy, error } = useDialogCommand(props);
  return (
    <FormDialog
      opened
      onClose={props.onClose}
      title={t('consent.title')}
      intro={t('consent.intro')}
      submit={t('consent.submit')}
      busy={busy}
      error={error}
      disabled={consent.professions.length === 0 || consent.givenOn === ''}
      onSubmit={() => send({ type: 'renew-consent', consent })}
    >
      <ConsentFields consent={consent} onChange={setConsent} />
    </FormDialog>
  );
}

/** Ends everything because the entrepreneur wants so; asks for a confirmation. */
export function WithdrawConsentDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const [confirmed, setConfirmed] = useState(false);
  const { send, busy, error } = useDialogCommand(props);
  return (
    <FormDialog
      opened
      danger
      onClose={props.onClose}
      title={t('withdraw.title')}
      intro={t('withdraw.intro')}
      submit={t('withdraw.submit')}
      busy={busy}
      error={error}
      disabled={!confirmed}
      onSubmit={() => send({ type: 'withdraw-consent' })}
    >
      <label className={classes.confirm}>
        <input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />
        {t('withdraw.confirm')}
      </label>
    </FormDialog>
  );
}

/** Opens a closed case again, with a new consent when the old one was withdrawn. */
export function ReopenDialog(props: ActionDialogProps) {
  const { t } = useTranslation(['actions', 'common']);
  const labels = useLabels();
  const needsConsent = props.view.consent === null;
  const asked = props.view.referrals.map((referral) => referral.to.profession);
  const [reason, setReason] = useState<ReopenReason | null>(null);
  const [consent, setConsent] = useState(freshConsent([...new Set<Profession>(asked)]));
  const [tried, setTried] = useState(false);
  const { send, busy, error } = useDialogCommand(props);
  return (
    <FormDialog
      opened
      onClose={props.onClose}
      title={t('reopen.title')}
      {...(needsConsent && { intro: t('reopen.consentNeeded') })}
      submit={t('reopen.submit')}
      busy={busy}
      error={error}
      disabled={needsConsent && consent.professions.length === 0}
      onSubmit={() => {
        setTried(true);
        if (reason !== null) {
          send({ type: 'reopen-case', reason, ...(needsConsent && { consent }) });
        }
      }}
    >
      <ChoiceList
        legend={t('reopen.reason')}
        options={optionsOf(reopenReasons, labels) as { value: ReopenReason; label: string }[]}
        value={reason}
        onChange={setReason}
        error={tried && reason === null ? t('common:form.required') : undefined}
      />
      {needsConsent && <ConsentFields consent={consent} onChange={setConsent} />}
    </FormDialog>
  );
}

/** Adds a note for the parties of the case. */
export function AddNoteDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const [note, setNote] = useState('');
  const found = useGuard(note);
  const { send, sent, busy, error } = useDialogCommand(props);
  return (
    <FormDialog
      opened
      onClose={props.onClose}
      title={t('note.title')}
      submit={t('note.submit')}
      busy={busy}
      error={error}
      disabled={note.trim() === '' || found.length > 0}
      onSubmit={() => send({ type: 'add-note', note: note.trim() })}
    >
      <NoteField
        label={t('note.note')}
        value={note}
        onChange={setNote}
        path="note"
        error={error}
        sent={sent?.type === 'add-note' ? sent.note : undefined}
      />
    </FormDialog>
  );
}
