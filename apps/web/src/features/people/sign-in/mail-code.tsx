import type { CodeAttempt, CodeRequest, OwnSession } from '#contracts/people';
import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { leaving } from '../../../client/leaving.js';
import { Problem } from '../../../shared/form-problem.js';
import { useLanguage } from '../../../shared/labels.js';
import { TextButton } from '../../../shared/text-button.js';
import { isAddress } from '../mail-address.js';
import classes from './mail-code.module.css';

/** Who has waited so long for a mail may ask for another one. */
const patience = 30_000;

const isCode = (text: string) => text.replaceAll(/[\s-]/g, '').length === 8;

/** A mail that was asked for. */
type Sent = CodeAttempt & Pick<CodeRequest, 'mail'>;

function useSending(onSent: (sent: Sent) => void) {
  const language = useLanguage();
  return useMutation({
    mutationFn: (mail: string) => api.post<CodeAttempt>('/sign-in/codes', { mail, language } satisfies CodeRequest),
    retry: false,
    onSuccess: (attempt, mail) => onSent({ ...attempt, mail }),
  });
}

type FieldFormProps = {
  readonly field: (error: string | undefined) => TextInputProps;
  readonly value: string;
  readonly isRight: (value: string) => boolean;
  /** What to write instead of what is not right. */
  readonly advice: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly error: Error | null;
  /** Whether the field is what the person is at, from the beginning. */
  readonly first: boolean;
  readonly onSubmit: (value: string) => void;
};

/** One field and what is done with it; who sends it too early is told what to write, and led back to it. */
function FieldForm({ field, value, isRight, advice, submit, busy, error, first, onSubmit }: FieldFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isTried, setTried] = useState(false);
  useEffect(() => {
    if (first) {
      input.current?.focus();
    }
  }, [first]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isRight(value.trim())) {
      onSubmit(value.trim());
    } else {
      input.current?.focus();
    }
  };
  return (
    <form className={classes.form} onSubmit={send} noValidate>
      <TextInput ref={input} required {...field(isTried && !isRight(value.trim()) ? advice : undefined)} />
      <Problem error={error} />
      <Button type="submit" loading={busy}>
        {submit}
      </Button>
    </form>
  );
}

type CodeStepProps = {
  readonly sent: Sent;
  readonly keepsLetters: boolean;
  readonly onSent: (sent: Sent) => void;
  readonly onBack: () => void;
  readonly onEntered: (session: OwnSession) => Promise<void>;
};

function CodeStep({ sent, keepsLetters, onSent, onBack, onEntered }: CodeStepProps) {
  const { t } = useTranslation('sign-in');
  const { attemptId, mail, minutes } = sent;
  const [code, setCode] = useState('');
  const [waitedFor, setWaitedFor] = useState<string>();
  const [isAgain, setAgain] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaitedFor(attemptId), patience);
    return () => clearTimeout(timer);
  }, [attemptId]);
  const again = useSending((next) => {
    setAgain(true);
    setCode('');
    onSent(next);
  });
  const use = useMutation({
    mutationFn: async (written: string) => {
      // What ends the session of before must not come after this one has begun.
      await leaving.told();
      return api.post<OwnSession>('/sign-in/codes/use', { by: 'code', attemptId, code: written });
    },
    retry: false,
    onSuccess: onEntered,
  });
  return (
    <>
      <p className={classes.text} role="status">
        {t(isAgain ? 'mail.sentAgain' : 'mail.sent', { mail, minutes })}
      </p>
      <FieldForm
        first
        value={code}
        isRight={isCode}
        advice={t('mail.codeWrong')}
        submit={t('mail.use')}
        busy={use.isPending}
        error={use.error}
        onSubmit={(written) => use.mutate(written)}
        field={(error) => ({
          label: t('mail.code'),
          description: t('mail.codeForm'),
          value: code,
          onChange: (event) => setCode(event.currentTarget.value),
          autoComplete: 'one-time-code',
          autoCapitalize: 'characters',
          inputMode: 'text',
          spellCheck: false,
          error,
        })}
      />
      <p className={classes.text}>{t('mail.spam')}</p>
      {keepsLetters && (
        <p className={classes.text}>
          <Link to="/letters">{t('mail.letters')}</Link>
        </p>
      )}
      <Problem error={again.error} />
      <div className={classes.others}>
        {waitedFor === attemptId && (
          <TextButton disabled={again.isPending} onClick={() => again.mutate(mail)}>
            {t('mail.again')}
          </TextButton>
        )}
        <TextButton onClick={onBack}>{t('mail.other')}</TextButton>
      </div>
    </>
  );
}

type MailCodeProps = {
  /** Whether mails are put aside here instead of sent, and can be read on a page. */
  readonly keepsLetters: boolean;
  readonly onEntered: (session: OwnSession) => Promise<void>;
};

/** Sign-in by a one-time code: first the address it is sent to, then the code. */
export function MailCode({ keepsLetters, onEntered }: MailCodeProps) {
  const { t } = useTranslation('sign-in');
  const id = useId();
  const [mail, setMail] = useState('');
  const [sent, setSent] = useState<Sent>();
  const [isBack, setBack] = useState(false);
  const sending = useSending(setSent);
  const goBack = () => {
    setSent(undefined);
    setBack(true);
  };
  return (
    <section className={classes.way} aria-labelledby={id}>
      <h2 className={classes.title} id={id}>
        {t('mail.title')}
      </h2>
      {sent === undefined ? (
        <>
          <p className={classes.text}>{t('mail.intro')}</p>
          <FieldForm
            first={isBack}
            value={mail}
            isRight={isAddress}
            advice={t('mail.addressWrong')}
            submit={t('mail.send')}
            busy={sending.isPending}
            error={sending.error}
            onSubmit={(address) => sending.mutate(address)}
            field={(error) => ({
              type: 'email',
              label: t('mail.address'),
              value: mail,
              onChange: (event) => setMail(event.currentTarget.value),
              autoComplete: 'email',
              error,
            })}
          />
        </>
      ) : (
        <CodeStep sent={sent} keepsLetters={keepsLetters} onSent={setSent} onBack={goBack} onEntered={onEntered} />
      )}
    </section>
  );
}
