import type { Invitation, InvitationRequest, MembershipTerms } from '#contracts/people';
import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { languages, type Language } from '#contracts/kernel/codes';
import { invitationTimes } from '#domain/people';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { useLanguage } from '../../../shared/labels.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';
import { isAddress } from '../mail-address.js';
import { organisationOf, useHouses } from './houses.js';
import classes from './members-page.module.css';
import { TermsFields, termsOf, useTermServices } from './terms-fields.js';
import { useMembersAnew } from './use-member-deed.js';

type InviteDialogProps = {
  /** The organisation that is chosen first. */
  readonly organisationId: string;
  /** Whose address is known already. */
  readonly mail?: string | undefined;
  readonly onClose: () => void;
};

type Fields = MembershipTerms & { readonly mail: string; readonly language: Language; readonly house: string };

/** Asks somebody to join: by which address, in which language, with which roles and services. */
export function InviteDialog({ organisationId: first, mail: known = '', onClose }: InviteDialogProps) {
  const { t } = useTranslation('members');
  const own = useLanguage();
  const readAnew = useMembersAnew();
  const houses = useHouses();
  const draft = useDraft<Fields>(`invitation ${known}`, {
    mail: known,
    language: own,
    house: first,
    roles: [],
    serviceIds: [],
  });
  const { mail, language, house, roles, serviceIds } = draft.value;
  const [tried, setTried] = useState(false);
  const inviting = useMutation({
    mutationFn: (request: InvitationRequest) => api.post<Invitation>('/invitations', request),
    retry: false,
    onSuccess: async (invitation) => {
      draft.forget();
      await readAnew();
      say(t('invitations.sent', { mail: invitation.mail }));
      onClose();
    },
  });
  const organisationId = organisationOf(house);
  const terms = termsOf({ roles, serviceIds });
  const lacksService = useTermServices(organisationId).lacksService(terms);
  const isMail = isAddress(mail);
  return (
    <FormDialog
      opened
      title={t('invite.title')}
      intro={t('invite.intro', { days: invitationTimes.letterDays })}
      submit={t('invite.send')}
      busy={inviting.isPending}
      error={inviting.error}
      draft={draft.notice}
      onClose={onClose}
      disabled={!isMail || roles.length === 0 || lacksService}
      onTry={() => setTried(true)}
      onSubmit={() => inviting.mutate({ mail: mail.trim(), language, organisationId, ...terms })}
    >
      <TextInput
        type="email"
        autoComplete="off"
        required
        withAsterisk={false}
        label={t('invite.mail')}
        maxLength={254}
        value={mail}
        error={tried && !isMail ? t('invite.mailWrong') : undefined}
        onChange={(event) => draft.change({ mail: event.target.value })}
      />
      {houses.length > 1 && (
        <NativeSelect
          label={t('filter.organisation')}
          value={house}
          data={[...houses]}
          onChange={(event) => draft.change({ house: event.target.value, roles: [], serviceIds: [] })}
        />
      )}
      <TermsFields
        organisationId={organisationId}
        value={{ roles, serviceIds }}
        onChange={draft.change}
        tried={tried}
      />
      <div>
        <p className={classes.label} id="invitation-language">
          {t('invite.language')}
        </p>
        <SegmentedControl
          aria-labelledby="invitation-language"
          value={language}
          onChange={(value) => draft.change({ language: value as Language })}
          data={languages.map((value) => ({ value, label: value.toUpperCase() }))}
        />
      </div>
    </FormDialog>
  );
}
