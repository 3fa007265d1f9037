import type { CodeAttempt, MailChangeCode, MailChangeRequest } from '#contracts/people';
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { TextButton } from '../../../shared/text-button.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { isAddress } from '../mail-address.js';
import { MailField } from '../mail-field.js';
import { peopleQueries } from '../queries.js';
import classes from './account.module.css';

type CodeFieldProps = {
  readonly value: string;
  readonly onChange: (code: string) => void;
};

/** Takes the code; it comes when the address was sent, and is what the person is at then. */
function CodeField({ value, onChange }: CodeFieldProps) {
  const { t } = useTranslation('sign-in');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <TextInput
      ref={input}
      required
      withAsterisk={false}
      label={t('mail.code')}
      description={t('mail.codeForm')}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

type MailDialogProps = {
  /** Whether mails are put aside here instead of sent, and can be read on a page. */
  readonly keepsLetters: boolean;
  readonly onClose: () => void;
};

/** Gives Relais another address: first the address, then the code that was sent there. */
export function MailDialog({ keepsLetters, onClose }: MailDialogProps) {
  const { t } = useTranslation('account');
  const { t: signIn } = useTranslation('sign-in');
  const client = useQueryClient();
  const draft = useDraft('own-mail', { mail: '', attemptId: '', code: '' });
  const { mail, attemptId, code } = draft.value;
  const goTo = (attempt: string) => {
    draft.change({ attemptId: attempt, code: '' });
  };
  const sending = useMutation({
    mutationFn: (request: MailChangeRequest) => api.post<CodeAttempt>('/own-data/mail', request),
    retry: false,
    onSuccess: (attempt) => goTo(attempt.attemptId),
  });
  const confirming = useMutation({
    mutationFn: (request: MailChangeCode) => api.put('/own-data/mail', request),
    retry: false,
    onSuccess: async () => {
      draft.forget();
      await client.invalidateQueries({ queryKey: peopleQueries.ownMail().queryKey });
      say(t('mail.done'));
      onClose();
    },
  });
  const isSent = attemptId !== '';
  const isWhole = code.replaceAll(/[\s-]/g, '').length === 8;
  const submit = () => {
    if (isSent) {
      confirming.mutate({ attemptId, code });
    } else {
      sending.mutate({ mail: mail.trim() });
    }
  };
  return (
    <FormDialog
      opened
      title={t('mail.title')}
      intro={isSent ? t('mail.sent', { mail }) : t('mail.intro')}
      submit={t(isSent ? 'mail.confirm' : 'mail.send')}
      onSubmit={submit}
      busy={sending.isPending || confirming.isPending}
      disabled={isSent ? !isWhole : !isAddress(mail)}
      lacks={signIn(isSent ? 'mail.codeWrong' : 'mail.addressWrong')}
      error={isSent ? confirming.error : sending.error}
      draft={draft.notice}
      onClose={onClose}
    >
      {isSent ? (
        <>
          <CodeField value={code} onChange={(next) => draft.change({ code: next })} />
          <div className={classes.deeds}>
            {keepsLetters && <Link to="/letters">{signIn('mail.letters')}</Link>}
            <TextButton onClick={() => goTo('')}>{t('mail.other')}</TextButton>
          </div>
        </>
      ) : (
        <MailField
          own
          label={t('mail.address')}
          value={mail}
          error={undefined}
          onChange={(next) => draft.change({ mail: next })}
        />
      )}
    </FormDialog>
  );
}
