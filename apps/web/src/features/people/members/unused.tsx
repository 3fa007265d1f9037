import type { Member } from '#contracts/people';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { houseOf } from '../../../client/session.js';
import { Card } from '../../../shared/page.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats, useNow } from '../../../shared/time.js';
import classes from './members-page.module.css';
import { useMemberDeed } from './use-member-deed.js';

type UnusedProps = { readonly members: readonly Member[]; readonly onEnd: (member: Member) => void };

function UnusedLine({ member, onEnd }: { readonly member: Member; readonly onEnd: () => void }) {
  const { t } = useTranslation('members');
  const formats = useFormats();
  const now = useNow();
  const { person, membership, unusedUntil, mayManage } = member;
  const { name } = person;
  const keep = useMemberDeed(
    () => api.post(`/members/${membership.membershipId}/keep`, {}),
    t('unused.kept', { name }),
  );
  return (
    <li className={classes.line}>
      <div className={classes.about}>
        <p className={classes.name}>
          {name} · {houseOf(membership)}
        </p>
        <p className={classes.facts}>
          {Date.parse(unusedUntil ?? '') > now.getTime()
            ? t('unused.ends', { day: formats.date(new Date(unusedUntil ?? '')) })
            : t('unused.stays')}
        </p>
      </div>
      {mayManage && (
        <div className={classes.deeds}>
          <TextButton disabled={keep.isPending} onClick={() => keep.mutate()} label={t('unused.keepNamed', { name })}>
            {t('unused.keep')}
          </TextButton>
          <TextButton onClick={onEnd} label={t('end.named', { name })}>
            {t('end.open')}
          </TextButton>
        </div>
      )}
    </li>
  );
}

/** Who was not there for six months: whether they still belong here is asked, before it ends by itself. */
export function Unused({ members, onEnd }: UnusedProps) {
  const { t } = useTranslation('members');
  return (
    members.length > 0 && (
      <Card title={t('unused.title')} className={classes.card}>
        <p className={classes.intro}>{t('unused.intro')}</p>
        <ul className={classes.lines}>
          {members.map((member) => (
            <UnusedLine key={member.membership.membershipId} member={member} onEnd={() => onEnd(member)} />
          ))}
        </ul>
      </Card>
    )
  );
}
