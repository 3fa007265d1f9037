import type { CaseView, InboxLine } from '#contracts/case';

type Line = Pick<InboxLine, 'caseId' | 'referralId' | 'state'>;
type Deed = { readonly state: InboxLine['state']; readonly until: number };

/** Longer than the read side is ever behind while all goes well; what comes later is somebody else's doing. */
const remembered = 30_000;

const deeds = new Map<string, Deed>();

/** What this tab did to referrals a moment ago, so that a list that is a little older does not show them as still to be handled. */
export const handled = {
  /** The person's own command led to this. */
  note({ caseId, referrals }: Pick<CaseView, 'caseId' | 'referrals'>, referralId: string, now = Date.now()): void {
    const state = referrals.find((one) => one.referralId === referralId)?.state;
    if (state !== undefined) {
      deeds.set(`${caseId}/${referralId}`, { state, until: now + remembered });
    }
  },

  /** True for a line that still tells what was before the person's own deed. */
  isOld({ caseId, referralId, state }: Line, now = Date.now()): boolean {
    const deed = state === null ? undefined : deeds.get(`${caseId}/${referralId}`);
    return deed !== undefined && deed.until > now && deed.state !== state;
  },

  /** Nothing is remembered any more. */
  forget(): void {
    deeds.clear();
  },
};
