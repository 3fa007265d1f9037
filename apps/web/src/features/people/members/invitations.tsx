import type { Invitation } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { Chip, ChipRow } from '../../../shared/chips.js';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats, useNow } from '../../../shared/time.js';
import classes from './members-page.module.css';
import { useMemberDeed } from './use-member-deed.js';

function Line({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('members');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  const { invitationId, mail, expiresAt, invitedBy } = invitation;
  const sendAgain = useMemberDeed(
    () => api.post(`/invitations/${invitationId}/letter`, {}),
    t('invitations.sent', { mail }),
  );
  const withdraw = useMemberDeed(() => api.delete(`/invitations/${invitationId}`), t('invitations.withdrawn'));
  const isVoid = Date.parse(expiresAt) <= now.getTime();
  const day = formats.date(new Date(expiresAt));
  return (
    <li className={classes.line}>
      <div className={classes.about}>
        <p className={classes.name}>{mail}</p>
        <ChipRow>
          <Chip>{invitation.organisationName ?? 'Relais'}</Chip>
          {invitation.roles.map((role) => (
            <Chip key={role}>{labels.of(roles, role)}</Chip>
          ))}
          {invitation.services.map(({ serviceId, name }) => (
            <Chip key={serviceId}>{labels.text(name)}</Chip>
          ))}
        </ChipRow>
        <p className={classes.facts}>
          {[
            t(isVoid ? 'invitations.expired' : 'invitations.valid', { day }),
            ...(invitedBy === null ? [] : [t('invitations.by', { name: invitedBy })]),
          ].join(' · ')}
        </p>
      </div>
      {invitation.mayManage && (
        <div className={classes.deeds}>
          <TextButton
            disabled={sendAgain.isPending}
            onClick={() => sendAgain.mutate()}
            label={t('invitations.sendAgainNamed', { mail })}
          >
            {t('invitations.sendAgain')}
          </TextButton>
          <TextButton
            disabled={withdraw.isPending}
            onClick={() => withdraw.mutate()}
            label={t('invitations.withdrawNamed', { mail })}
          >
            {t('invitations.withdraw')}
          </TextButton>
        </div>
      )}
    </li>
  );
}

/** Who was asked to join and has not answered. */
export function Invitations({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const { t } = useTranslation('members');
  return (
    invitations.length > 0 && (
      <Card title={t('invitations.title')} className={classes.card}>
        <ul className={classes.lines}>
          {invitations.map((invitation) => (
            <Line key={invitation.invitationId} invitation={invitation} />
          ))}
        </ul>
      </Card>
    )
  );
}
