import type { Absence, Member } from '#contracts/people';
import { laterDialog } from '../../../shared/later.js';

const AbsenceDialog = laterDialog(() => import('../absence/absence-dialog.js'), 'AbsenceDialog');
const ChangeDialog = laterDialog(() => import('./change-dialog.js'), 'ChangeDialog');
const EndDialog = laterDialog(() => import('./end-dialog.js'), 'EndDialog');
const InviteDialog = laterDialog(() => import('./invite-dialog.js'), 'InviteDialog');
const PasskeysDialog = laterDialog(() => import('./passkeys-dialog.js'), 'PasskeysDialog');

/** What is open: somebody is invited into an organisation, by an address that is known or not, or something is done with a membership. */
export type OpenDialog =
  { readonly what: 'invite'; readonly organisationId: string; readonly mail?: string } | OfMember;

/** Something that is done with a membership; an absence that is there already is changed. */
export type OfMember = {
  readonly what: 'absence' | 'change' | 'end' | 'passkeys';
  readonly member: Member;
  readonly absence?: Absence | undefined;
};

type MemberDialogsProps = { readonly open: OpenDialog | null; readonly onClose: () => void };

/** The dialog that is open, of those that change who belongs where. */
export function MemberDialogs({ open, onClose }: MemberDialogsProps) {
  switch (open?.what) {
    case undefined:
      return null;
    case 'invite':
      return <InviteDialog organisationId={open.organisationId} mail={open.mail} onClose={onClose} />;
    case 'absence': {
      const { membership, person } = open.member;
      return (
        <AbsenceDialog
          membershipId={membership.membershipId}
          absence={open.absence}
          name={person.name}
          onClose={onClose}
        />
      );
    }
    case 'change':
      return <ChangeDialog member={open.member} onClose={onClose} />;
    case 'end':
      return <EndDialog member={open.member} onClose={onClose} />;
    case 'passkeys':
      return <PasskeysDialog member={open.member} onClose={onClose} />;
    default:
      return open satisfies never;
  }
}
