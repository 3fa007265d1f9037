import type { PersonCorrection, PersonLine } from '#contracts/people';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { isAddress } from '../mail-address.js';
import { MailField } from '../mail-field.js';
import { useMembersAnew } from '../members/use-member-deed.js';
import { PersonFields } from '../person-fields.js';

type CorrectPersonDialogProps = { readonly person: PersonLine; readonly onClose: () => void };

/** Corrects what is kept of somebody, who asked for it. */
export function CorrectPersonDialog({ person, onClose }: CorrectPersonDialogProps) {
  const { t } = useTranslation('admin');
  const { t: signIn } = useTranslation('sign-in');
  const readAnew = useMembersAnew();
  const { personId, name, language } = person;
  const draft = useDraft(`person ${personId}`, { name, language, mail: person.mail ?? '' });
  const { mail } = draft.value;
  const [tried, setTried] = useState(false);
  const correcting = useMutation({
    mutationFn: (request: PersonCorrection) => api.put(`/people/${personId}`, request),
    retry: false,
    onSuccess: async (_, request) => {
      draft.forget();
      await readAnew();
      say(t('people.corrected', { name: request.name }));
      onClose();
    },
  });
  const written = draft.value.name.trim();
  const address = mail.trim();
  // Somebody without an address may stay so.
  const isReached = isAddress(address) || (address === '' && person.mail === null);
  const submit = () => {
    setTried(true);
    if (isReached && written !== '') {
      correcting.mutate({
        name: written,
        language: draft.value.language,
        ...(address !== '' && address !== person.mail && { mail: address }),
      });
    }
  };
  return (
    <FormDialog
      opened
      title={t('people.correctTitle', { name })}
      intro={t('people.correctIntro')}
      submit={t('people.save')}
      onSubmit={submit}
      busy={correcting.isPending}
      disabled={written === ''}
      error={correcting.error}
      draft={draft.notice}
      onClose={onClose}
    >
      <PersonFields own={false} value={draft.value} onChange={draft.change} />
      <MailField
        own={false}
        label={t('people.mail')}
        value={mail}
        error={tried && !isReached ? signIn('mail.addressWrong') : undefined}
        onChange={(next) => draft.change({ mail: next })}
      />
    </FormDialog>
  );
}
