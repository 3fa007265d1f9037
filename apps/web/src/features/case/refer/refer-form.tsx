import type { CaseView } from '#contracts/case';
import type { Service } from '#contracts/directory';
import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../client/problem.js';
import type { Unanswered } from '../../../client/outbox.js';
import { ChoiceList } from '../../../shared/choice-list.js';
import { DraftNote, WaitingNote } from '../../../shared/draft-note.js';
import { Problem } from '../../../shared/form-dialog.js';
import { IconSend, IconX } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { NoteField, useGuard } from '../../../shared/note-field.js';
import { Rich } from '../../../shared/rich.js';
import type { DraftNotice } from '../../../shared/use-draft.js';
import { useOutlook } from './outlook.js';
import classes from './refer-dialog.module.css';

/** What the person decided so far. */
export type Plan = {
  readonly picked: readonly Service[];
  readonly mode: 'each' | 'offer';
  readonly proposesLead: boolean;
  readonly message: string;
};

type ReferFormProps = {
  readonly view: CaseView;
  readonly dialogMode: 'refer' | 'hand-on';
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
  readonly onSend: () => void;
  readonly busy: boolean;
  readonly held: Unanswered | undefined;
  readonly draft: DraftNotice;
  readonly error: Error | null;
  /** The message the server has seen last. */
  readonly sent: string | undefined;
};

/** Who was chosen, how they are asked, and what will happen then. */
export function ReferForm({
  view,
  dialogMode,
  plan,
  onChange,
  onSend,
  busy,
  held,
  draft,
  error,
  sent,
}: ReferFormProps) {
  const { t } = useTranslation('refer');
  const labels = useLabels();
  const { picked, mode, proposesLead, message } = plan;
  const outlook = useOutlook(view, picked, mode);
  const found = useGuard(message);
  const [only] = picked;
  const mayProposeLead = dialogMode === 'refer' && picked.length === 1 && only?.serviceId !== view.lead?.serviceId;
  const isBlocked = picked.length === 0 || found.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isBlocked && !busy) {
      onSend();
    }
  };
  const shown = error instanceof ApiProblem && error.at('message').length > 0 ? null : error;
  return (
    <form className={classes.plan} onSubmit={submit} noValidate>
      <DraftNote draft={draft} />
      <div>
        <h3 className={classes.heading}>{t('plan.picked', { count: Math.max(1, picked.length) })}</h3>
        {picked.length === 0 ? (
          <p className={classes.quiet}>{t('plan.nobody')}</p>
        ) : (
          <ul className={classes.picked}>
            {picked.map((service) => (
              <li key={service.serviceId}>
                <span>
                  <strong>{service.organisationName}</strong> · {labels.text(service.name)}
                </span>
                <button
                  type="button"
                  onClick={() => onChange({ ...plan, picked: picked.filter((one) => one !== service) })}
                  aria-label={t('plan.drop', { name: service.organisationName })}
                >
                  <IconX size={15} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {picked.length > 1 && (
        <ChoiceList
          legend={t('mode.legend')}
          value={mode}
          onChange={(next) => onChange({ ...plan, mode: next })}
          options={[
            { value: 'each', label: t('mode.each'), hint: t('mode.eachHint') },
            { value: 'offer', label: t('mode.offer'), hint: t('mode.offerHint') },
          ]}
        />
      )}
      {mayProposeLead && (
        <label className={classes.lead}>
          <input
            type="checkbox"
            checked={proposesLead}
            onChange={(event) => onChange({ ...plan, proposesLead: event.target.checked })}
          />
          <span>
            {t('lead.label')}
            <span className={classes.hint}>{t('lead.hint')}</span>
          </span>
        </label>
      )}
      <NoteField
        label={t('message')}
        optional
        value={message}
        onChange={(next) => onChange({ ...plan, message: next })}
        error={error}
        path="message"
        sent={sent}
      />
      <div className={classes.foot}>
        <p className={classes.outlook} aria-live="polite">
          <Rich text={outlook} />
        </p>
        <WaitingNote held={held} busy={busy} />
        <Problem error={shown} />
        <Button
          type="submit"
          fullWidth
          size="md"
          loading={busy}
          disabled={isBlocked}
          leftSection={<IconSend size={17} />}
        >
          {t(dialogMode === 'hand-on' ? 'send.handOn' : 'send.refer', { count: Math.max(1, picked.length) })}
        </Button>
      </div>
    </form>
  );
}
