/** What became of an invitation. */
export type InvitationState = 'open' | 'expired' | 'used' | 'withdrawn';

/** Somebody who is known here, as far as joining is concerned. */
export type KnownJoiner = {
  readonly personId: string;
  /** Whether a membership of theirs holds now; without one nobody signs in. */
  readonly isMember: boolean;
  /** Whether they belong to what the invitation is to, or will. */
  readonly isThere: boolean;
  /** Whether they have to show a passkey before they are signed in. */
  readonly awaitsPasskey: boolean;
};

/** What is known of an invitation, and of who comes with its link. */
export type Joining = {
  /** Undefined when there is no such invitation. */
  readonly state: InvitationState | undefined;
  /** Who has the address that the invitation went to. */
  readonly addressee: KnownJoiner | undefined;
  /** Who is signed in with this browser, and joins as that. */
  readonly signedIn: KnownJoiner | undefined;
  /** The account that they have just shown, if one, and whose it is. */
  readonly account: { readonly of: KnownJoiner | undefined } | undefined;
  /** Whether somebody new has said what they are called, and which address they have where the invitation went to none. */
  readonly isNamed: boolean;
  readonly isReached: boolean;
  /** Whether the address that they have said is somebody's. */
  readonly isTaken: boolean;
  /** How one signs in here, later. */
  readonly ways: WaysWithoutAccount;
};

/** How one signs in at an installation other than with an account: with codes by mail, or as a persona of development. */
export type WaysWithoutAccount = { readonly mail: boolean; readonly personas: boolean };

/** Why nobody joins. */
export type JoiningRefusal =
  | 'invitation-unknown'
  | `invitation-${Exclude<InvitationState, 'open'>}`
  | 'passkey-needed'
  | 'mail-taken'
  | 'joined-already'
  | 'account-needed'
  | 'name-missing';

/** Who joins, undefined for somebody new; or why nobody does. */
export type JoiningDecision = { readonly personId: string | undefined } | { readonly refusal: JoiningRefusal };

/** True where whoever joins by the link alone can sign in afterwards; elsewhere they join with the account that they sign in with. */
export function isLinkEnough({ mail, personas }: WaysWithoutAccount): boolean {
  return mail || personas;
}

/**
 * Decides who joins by an invitation. Its link shows that somebody reads the mails to an address, and not that they are the person who
 * has it: who can sign in has done so, with a passkey where their rights take one. Who is a member of nothing cannot, and is believed
 * by the link, as somebody new is.
 */
export function joiningOf(joining: Joining): JoiningDecision {
  const { state, addressee, signedIn, account } = joining;
  if (state !== 'open') {
    return { refusal: state === undefined ? 'invitation-unknown' : `invitation-${state}` };
  }
  const shown = account?.of ?? signedIn;
  if (
    addressee !== undefined &&
    shown?.personId !== addressee.personId &&
    (shown !== undefined || addressee.isMember)
  ) {
    return { refusal: 'mail-taken' };
  }
  if (shown?.awaitsPasskey === true) {
    return { refusal: 'passkey-needed' };
  }
  const person = shown ?? addressee;
  if (person?.isThere === true) {
    // A second membership would only take them away from the first.
    return { refusal: 'joined-already' };
  }
  if (shown === undefined && account === undefined && !isLinkEnough(joining.ways)) {
    return { refusal: 'account-needed' };
  }
  return person === undefined ? newcomer(joining) : { personId: person.personId };
}

function newcomer({ isNamed, isReached, isTaken }: Joining): JoiningDecision {
  if (!isNamed || !isReached) {
    return { refusal: 'name-missing' };
  }
  return isTaken ? { refusal: 'mail-taken' } : { personId: undefined };
}
