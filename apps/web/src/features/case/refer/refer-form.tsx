import type { CaseView } from '#contracts/case';
import type { Service } from '#contracts/directory';
import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../client/problem.js';
import type { Unanswered } from '../../../client/outbox.js';
import { ChoiceList } from '../../../shared/choice-list.js';
import { focusFault } from '../../../shared/focus.js';
import { DraftNote, WaitingNote } from '../../../shared/draft-note.js';
import { Problem } from '../../../shared/form-problem.js';
import { IconSend, IconX } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { NoteField, useGuard } from '../../../shared/note-field.js';
import { OvertakenNote, useOvertaken } from '../../../shared/overtaken.js';
import { Rich } from '../../../shared/rich.js';
import type { DraftNotice } from '../../../shared/use-draft.js';
import { helpOf } from './matching.js';
import { useOutlook } from './outlook.js';
import classes from './refer-dialog.module.css';

/** Asking for help, handing a request on, or asking somebody to lead. */
export type ReferMode = 'refer' | 'hand-on' | 'lead';

const sendWords = { refer: 'send.refer', 'hand-on': 'send.handOn', lead: 'send.lead' } as const;

/** What the person decided so far. */
export type Plan = {
  readonly picked: readonly Service[];
  readonly mode: 'each' | 'offer';
  readonly message: string;
};

type ReferFormProps = {
  readonly view: CaseView;
  readonly dialogMode: ReferMode;
  /** The referral that is handed on. */
  readonly leavingId: string | undefined;
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
  leavingId,
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
  const { picked, mode, message } = plan;
  const outlook = useOutlook(view, picked, mode);
  const leaving = view.referrals.find((one) => one.referralId === leavingId);
  // Within a help that goes on: there is no clock, and no message but the notes of the case.
  const asksHelper = dialogMode === 'lead' && picked.some((one) => helpOf(view, one) !== undefined);
  const ends = dialogMode === 'hand-on' ? t(leaving?.state === 'sent' ? 'ends.request' : 'ends.help') : null;
  const found = useGuard(message);
  const [tried, setTried] = useState(false);
  const overtaken = useOvertaken();
  const isOvertaken = overtaken !== null && !busy;
  const isBlocked = picked.length === 0 || found.length > 0 || isOvertaken;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isOvertaken) {
      return;
    }
    setTried(true);
    if (isBlocked) {
      // With nobody chosen to the search, which is beside the form.
      focusFault(event.currentTarget.closest(found.length > 0 ? 'form' : '[role="dialog"]') ?? event.currentTarget);
    } else if (!busy) {
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
      {dialogMode === 'lead' && <p className={classes.quiet}>{t('lead.hint')}</p>}
      {!asksHelper && (
        <NoteField
          label={t('message')}
          optional
          value={message}
          onChange={(next) => onChange({ ...plan, message: next })}
          error={error}
          path="message"
          sent={sent}
        />
      )}
      <div className={classes.foot}>
        {ends !== null && <p className={classes.ends}>{ends}</p>}
        <p className={classes.outlook} aria-live="polite">
          {asksHelper ? t('lead.helper') : <Rich text={outlook} />}
        </p>
        {tried && picked.length === 0 && <Problem error={new Error(t('plan.nobody'))} />}
        <WaitingNote held={held} busy={busy} />
        {isOvertaken ? <OvertakenNote>{overtaken}</OvertakenNote> : <Problem error={shown} />}
        <div className={classes.bar} data-bar>
          {picked.length > 0 && (
            <p className={classes.short}>
              {t('plan.chosen', { list: labels.list(picked.map((one) => one.organisationName)) })}
            </p>
          )}
          <Button
            type="submit"
            fullWidth
            size="md"
            loading={busy}
            aria-disabled={isBlocked || undefined}
            data-disabled={isBlocked || undefined}
            leftSection={<IconSend size={17} />}
          >
            {t(sendWords[dialogMode], { count: Math.max(1, picked.length) })}
          </Button>
        </div>
      </div>
    </form>
  );
}
