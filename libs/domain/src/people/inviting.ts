/** For how many days the link of a letter is valid, and for how many hours that of the first administrator. */
export const invitationTimes = { letterDays: 14, firstHours: 24 } as const;

/**
 * How many letters of invitations leave in so many hours: to one address, the first and three again; for one organisation, or the
 * platform itself; and by one person, who may invite for several.
 */
export const invitationLimits = { toAddress: 4, ofHouse: 50, byPerson: 100, hours: 24 } as const;

/** For how many days an invitation that was answered, withdrawn or ran out keeps the address that it went to. */
export const invitationAddressDays = 30;

/** What left within these hours: letters to the address, and invitations of the organisation and by the person. */
export type Invited = { readonly toAddress: number; readonly ofHouse: number; readonly byPerson: number };

/** Why no invitation is sent now, undefined when one may be. */
export function invitingRefusal(invited: Invited): 'too-many-invitations' | 'too-many-letters' | undefined {
  if (invited.ofHouse >= invitationLimits.ofHouse || invited.byPerson >= invitationLimits.byPerson) {
    return 'too-many-invitations';
  }
  return sendingRefusal(invited);
}

/** Why the letter of an invitation that is open is not sent again now, undefined when it may be. */
export function sendingRefusal({ toAddress }: Pick<Invited, 'toAddress'>): 'too-many-letters' | undefined {
  return toAddress >= invitationLimits.toAddress ? 'too-many-letters' : undefined;
}
