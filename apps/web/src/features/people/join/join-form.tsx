import type { InvitationLook } from '#contracts/people';
import { isPersonName } from '#contracts/people/codes';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftNote } from '../../../shared/draft-note.js';
import { focusFault } from '../../../shared/focus.js';
import { Problem } from '../../../shared/form-problem.js';
import { useLanguage } from '../../../shared/labels.js';
import { TextButton } from '../../../shared/text-button.js';
import { useDraft } from '../../../shared/use-draft.js';
import { isAddress } from '../mail-address.js';
import { peopleQueries } from '../queries.js';
import classes from './join-page.module.css';
import { useJoining } from './use-joining.js';
import { useShowing } from './sign-in-first.js';
import { useLinkIsEnough, WithAccount } from './with-account.js';

type JoinFormProps = { readonly secret: string; readonly look: InvitationLook; readonly onJoined: () => void };

/** Asks somebody new what they are called, and for their mail where the invitation went to none. */
export function JoinForm({ secret, look, onJoined }: JoinFormProps) {
  const { t } = useTranslation('join');
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft('joining', { name: '', mail: '' });
  const { name, mail } = draft.value;
  const { data: options } = useQuery(peopleQueries.signInOptions());
  const show = useShowing(secret);
  const mayJoin = useLinkIsEnough();
  const [tried, setTried] = useState(false);
  const joining = useJoining(() => {
    draft.forget();
    onJoined();
  });
  const isNamed = isPersonName(name.trim());
  const isReached = look.mail !== null || isAddress(mail);
  const isWhole = (isRight: boolean) => {
    setTried(true);
    if (!isRight) {
      requestAnimationFrame(() => form.current !== null && focusFault(form.current));
    }
    return isRight;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole(isNamed && isReached) || !mayJoin) {
      return;
    }
    joining.mutate({ secret, name: name.trim(), language, ...(look.mail === null && { mail: mail.trim() }) });
  };
  return (
    <form ref={form} className={classes.deed} onSubmit={submit} noValidate>
      <DraftNote draft={draft.notice} />
      <TextInput
        required
        withAsterisk={false}
        autoComplete="name"
        label={t('name')}
        description={t('nameHint')}
        maxLength={80}
        value={name}
        error={tried && !isNamed ? t('nameWrong') : undefined}
        onChange={(event) => draft.change({ name: event.target.value })}
      />
      {look.mail === null ? (
        <TextInput
          type="email"
          required
          withAsterisk={false}
          autoComplete="email"
          label={t('mail')}
          description={options?.mail === true ? t('checkMail') : undefined}
          maxLength={254}
          value={mail}
          error={tried && !isReached ? t('mailWrong') : undefined}
          onChange={(event) => draft.change({ mail: event.target.value })}
        />
      ) : (
        <div className={classes.quiet}>
          <p>{t('mailIs', { mail: look.mail })}</p>
          {options?.mail === true && <p>{t('codesThere')}</p>}
        </div>
      )}
      <Problem error={joining.error} />
      {mayJoin && (
        <Button type="submit" loading={joining.isPending}>
          {t('join')}
        </Button>
      )}
      <WithAccount secret={secret} said={() => (isWhole(isNamed) ? { name: name.trim(), language } : undefined)} />
      <TextButton onClick={() => show('/sign-in')}>{t('elsewhere')}</TextButton>
    </form>
  );
}
