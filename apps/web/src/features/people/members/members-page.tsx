import type { Invitation, Member } from '#contracts/people';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { rooms } from '../rooms.js';
import { FilterSelect } from '../../../shared/filter-select.js';
import { IconUserPlus } from '../../../shared/icons.js';
import { Card, Page } from '../../../shared/page.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { useNow } from '../../../shared/time.js';
import { peopleQueries } from '../queries.js';
import { Gaps } from './gaps.js';
import { Invitations } from './invitations.js';
import { houseKey, useHouses } from './houses.js';
import { MemberDialogs, type OpenDialog } from './member-dialogs.js';
import { MemberLine } from './member-line.js';
import classes from './members-page.module.css';
import { presentCount } from './present.js';
import { Unused } from './unused.js';

function byHouse(members: readonly Member[]): readonly (readonly [name: string, members: readonly Member[]])[] {
  const keys = [...new Set(members.map(({ membership }) => houseKey(membership)))];
  return keys.map((key) => {
    const own = members.filter(({ membership }) => houseKey(membership) === key);
    return [own[0]?.membership.organisationName ?? 'Relais', own] as const;
  });
}

/** Who belongs to an organisation, who is invited, and the way to change both. */
export function MembersPage() {
  const { t } = useTranslation('members');
  const navigate = useNavigate({ from: '/members' });
  const { organisation } = useSearch({ from: '/signed-in/members' });
  const session = useSession();
  const now = useNow();
  const { membership } = session;
  const mayInvite = rooms.members(session);
  const houses = useHouses();
  const members = useQuery(peopleQueries.members());
  const invitations = useQuery(peopleQueries.invitations());
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const close = () => setOpen(null);
  const isShown = (one: Member['membership'] | Invitation) =>
    organisation === undefined || houseKey(one) === organisation;
  const shown = members.data?.filter((one) => isShown(one.membership));
  const failed = members.error ?? invitations.error;
  const isHere = shown !== undefined && invitations.data !== undefined;
  return (
    <Page title={t('title')} beside={shown === undefined ? undefined : t('count', { count: presentCount(shown, now) })}>
      <div className={classes.bar} data-no-print>
        {houses.length > 1 && (
          <FilterSelect
            label={t('filter.organisation')}
            value={organisation}
            options={houses}
            onChange={(value) => void navigate({ search: { organisation: value }, replace: true })}
          />
        )}
        {mayInvite && (
          <Button
            leftSection={<IconUserPlus size={17} aria-hidden />}
            onClick={() => setOpen({ what: 'invite', organisationId: organisation ?? houseKey(membership) })}
          >
            {t('invite.open')}
          </Button>
        )}
      </div>
      {!isHere &&
        (failed === null ? <Loading rows={8} /> : <Failure error={failed} retry={() => void members.refetch()} />)}
      {isHere && (
        <>
          <Gaps members={shown} onChange={(member, absence) => setOpen({ what: 'absence', member, absence })} />
          <Unused
            members={shown.filter(({ unusedUntil }) => unusedUntil !== null)}
            onEnd={(member) => setOpen({ what: 'end', member })}
          />
          <Invitations invitations={invitations.data.filter(isShown)} />
          {shown.length === 0 && <Empty title={t('nobody')} text={t('nobodyText')} />}
          {byHouse(shown).map(([name, own]) => (
            <Card key={name} title={name} className={classes.card}>
              <ul className={classes.lines}>
                {own.map((member) => (
                  <MemberLine
                    key={member.membership.membershipId}
                    member={member}
                    onOpen={(what, absence) => setOpen({ what, member, absence })}
                  />
                ))}
              </ul>
            </Card>
          ))}
        </>
      )}
      <MemberDialogs open={open} onClose={close} />
    </Page>
  );
}
