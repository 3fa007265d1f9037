import type { Membership, OwnSession, Role, Session } from '#contracts/people';
import type { Right } from '#domain/people';
import { mayDo, viewerOf } from '#domain/people';
import { queryOptions, useSuspenseQuery, type QueryKey } from '@tanstack/react-query';
import { api } from './api.js';
import { drafts, unanswered } from './kept.js';
import { leaving } from './leaving.js';
import { queryClient } from './query-client.js';
import { standing } from './standing.js';

/** The session as it stands on the server. */
export function sessionQuery() {
  return queryOptions({
    queryKey: ['session'],
    queryFn: async () => {
      // One that ended here never comes back by a reload.
      await leaving.told();
      return api.get<OwnSession>('/session');
    },
    staleTime: Infinity,
  });
}

/** Who is signed in, and the membership they act under; only below the signed-in route. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery()).data;
}

/** True when the person has one of the roles. */
export function hasRole(session: Session, ...roles: readonly Role[]): boolean {
  return session.membership.roles.some((role) => roles.includes(role));
}

/** In whose name a membership is: its organisation's, or the platform's where it is of none. */
export function houseOf({ organisationName }: Membership): string {
  return organisationName ?? 'Relais';
}

/** Whether something is open to a person. */
export type IsOpen = (session: Session) => boolean;

/** Whether a person has a right, by the table of rights of the domain. */
export function may(right: Right): IsOpen {
  return (session) => mayDo(viewerOf(session), right);
}

/** The tabs of this browser tell each other who signs in and out: they share the session. */
let channel: BroadcastChannel | undefined;

function tabs(): BroadcastChannel {
  return (channel ??= new BroadcastChannel('relais.session'));
}

function tellTabs(what: 'entered' | 'left'): void {
  // Of this origin only, as every such channel.
  // eslint-disable-next-line unicorn/require-post-message-target-origin
  tabs().postMessage(what);
}

/** Opens what the device keeps for the one who is signed in. */
export async function openKept(session: OwnSession): Promise<void> {
  // Where the browser has no cryptography to offer, outside a secure context, it is in memory only.
  await Promise.all([drafts, unanswered].map((kept) => kept.open(session).catch(() => undefined)));
}

/** Begins with a session that was just opened here. */
export async function enter(session: OwnSession): Promise<void> {
  leaving.end();
  queryClient.clear();
  queryClient.setQueryData(sessionQuery().queryKey, session);
  await openKept(session);
  standing.begin();
  tellTabs('entered');
}

/** Goes on under another membership of the person, without signing in again; answers to what was asked before are nobody's any more. */
export async function switchMembership(membershipId: string): Promise<void> {
  const asked = standing.change(() => api.put<OwnSession>('/session', { membershipId }));
  // Refused, it may be because the session is over.
  asked.catch(verifySession);
  const session = await asked;
  standing.begin();
  // The page that shows whose session it is stays: it is told, while a cleared one would not be.
  queryClient.setQueryData(sessionQuery().queryKey, session);
  await openKept(session);
  tellTabs('entered');
}

/** All that is read under a session; the session itself is only ever taken over by `verifySession`. */
const readUnderIt = {
  predicate: ({ queryKey }: { readonly queryKey: QueryKey }) => queryKey[0] !== sessionQuery().queryKey[0],
};

/** Reads anew all that was read under the membership of before, and shows nothing of it meanwhile. */
export function readAnew(): Promise<void> {
  return queryClient.resetQueries(readUnderIt);
}

/** Anything that is shown may have changed: it is read anew, and stays meanwhile. */
export function refresh(): Promise<void> {
  return queryClient.invalidateQueries(readUnderIt);
}

/** Leaves nothing of the one who was signed in in this tab; what all tabs share is the business of the one that ends the session. */
function forgetPerson(): void {
  drafts.forget();
  unanswered.clear();
  sessionStorage.clear();
}

/**
 * Ends the session, here and in every tab, at once, and forgets whose it was; without a connection the server is told later.
 * Answers whether it knows.
 */
export async function leave(): Promise<boolean> {
  leaving.begin();
  tellTabs('left');
  drafts.clear();
  forgetPerson();
  standing.end('left');
  queryClient.clear();
  try {
    await leaving.told();
    return true;
  } catch {
    void leaving.goOn();
    return false;
  }
}

/** Asks whether the session is still the one that this page was made for; another one of the same person is taken over. */
export async function verifySession(): Promise<void> {
  const known = queryClient.getQueryData<OwnSession>(sessionQuery().queryKey);
  if (known === undefined || standing.now !== 'holds' || standing.isChanging) {
    return;
  }
  // When it is over, whoever asks learns it (`ask`); without an answer nothing is known.
  const now = await api.get<OwnSession>('/session').catch(() => undefined);
  if (now === undefined) {
    return;
  }
  const isSame =
    now.person.personId === known.person.personId && now.membership.membershipId === known.membership.membershipId;
  if (isSame) {
    standing.isThisOne();
    queryClient.setQueryData(sessionQuery().queryKey, now);
    await openKept(now);
    return;
  }
  forgetPerson();
  standing.end('another');
}

/** Notices when the session ends or changes elsewhere: in another tab, on the server, or while the machine slept. */
export function watchSession(): () => void {
  const onTab = ({ data }: MessageEvent<unknown>) => {
    if (data === 'left') {
      forgetPerson();
      standing.endsEverywhere();
    } else {
      standing.goesOnElsewhere();
      void verifySession();
    }
  };
  const onStorage = ({ key, newValue }: StorageEvent) => void (key !== null && drafts.takeOver(key, newValue));
  const onShown = () => void (document.visibilityState === 'visible' && verifySession());
  // What is shown of a session goes with it, and so does what was fetched for it and how far each case was seen.
  const onEnd = () => {
    if (standing.now !== 'holds') {
      queryClient.clear();
      sessionStorage.clear();
    }
  };
  const stop = standing.subscribe(onEnd);
  tabs().addEventListener('message', onTab);
  addEventListener('storage', onStorage);
  addEventListener('pageshow', onShown);
  document.addEventListener('visibilitychange', onShown);
  return () => {
    stop();
    tabs().removeEventListener('message', onTab);
    removeEventListener('storage', onStorage);
    removeEventListener('pageshow', onShown);
    document.removeEventListener('visibilitychange', onShown);
  };
}
