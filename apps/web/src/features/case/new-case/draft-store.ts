import type { Session } from '#contracts/people';
import { newKey } from '../../../client/api.js';
import { civilDate } from '../../../shared/time.js';
import { useDraft } from '../../../shared/use-draft.js';
import type { Draft } from './draft.js';
import { emptyDraft } from './draft.js';

/** Where the case that is being written down is kept. */
export const newCasePlace = 'new case';

/** The draft of a new case: it outlives errors, reloads and a detour to another page, with the key under which it is sent. */
export function useNewCase(owner: Session) {
  const { value, change, notice } = useDraft<Draft>(newCasePlace, () => ({
    ...emptyDraft(civilDate(new Date()), owner.membership.services),
    key: '',
  }));
  return {
    draft: value,
    notice,
    change: (part: Partial<Draft>) => change(value.key === '' ? { key: newKey(), ...part } : part),
    /** After a definite refusal nothing happened under the key: a corrected draft is a new request. */
    renewKey: () => change({ key: newKey() }),
  };
}
