import type { Action, CaseView } from '#contracts/case';
import type { ComponentType } from 'react';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCalendarCheck,
  IconCheck,
  IconChecks,
  IconCircleCheck,
  IconMessagePlus,
  IconNote,
  IconPencil,
  IconPhone,
  IconPlayerPause,
  IconPlayerPlay,
  IconRotate,
  IconRoute,
  IconShieldCheck,
  IconShieldOff,
  IconStar,
  IconUserPlus,
  IconX,
} from '../../../shared/icons.js';

/** A kind of action. */
export type ActionType = Action['type'];

type Look = {
  readonly icon: ComponentType<{ readonly size?: number; readonly 'aria-hidden'?: boolean }>;
  /** The key that does it, in the inbox and on the case page. */
  readonly key?: string;
};

/** Icon and key of each action, the most pressing first. */
export const actionLooks: Readonly<Record<ActionType, Look>> = {
  'answer-recall': { icon: IconArrowBackUp, key: 'a' },
  'answer-lead': { icon: IconStar },
  accept: { icon: IconCheck, key: 'a' },
  'record-first-contact': { icon: IconPhone, key: 'c' },
  resume: { icon: IconPlayerPlay, key: 'w' },
  'record-progress': { icon: IconMessagePlus, key: 'p' },
  'record-follow-up': { icon: IconCalendarCheck, key: 'f' },
  refer: { icon: IconUserPlus, key: 'r' },
  decline: { icon: IconX, key: 'd' },
  hold: { icon: IconPlayerPause, key: 'w' },
  'hand-on': { icon: IconArrowForwardUp, key: 'h' },
  'close-referral': { icon: IconChecks, key: 'e' },
  'resolve-dispatch': { icon: IconRoute },
  'reopen-case': { icon: IconRotate },
  'close-case': { icon: IconCircleCheck },
  recall: { icon: IconArrowBackUp },
  'undo-answer': { icon: IconArrowBackUp },
  'offer-lead': { icon: IconStar },
  'add-note': { icon: IconNote, key: 'n' },
  'amend-facts': { icon: IconPencil },
  'renew-consent': { icon: IconShieldCheck },
  'withdraw-consent': { icon: IconShieldOff },
};

const order = Object.keys(actionLooks);

/** Actions in the order in which they press. */
export function inOrder(actions: readonly Action[]): readonly Action[] {
  return [...actions].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

const elsewhere: readonly ActionType[] = [
  'undo-answer',
  'offer-lead',
  'add-note',
  'amend-facts',
  'renew-consent',
  'withdraw-consent',
];

/** What moves a case forward; notes, facts, consent and the way back have places of their own. */
export function mainActions(view: CaseView): readonly Action[] {
  return inOrder(view.actions.filter((action) => !elsewhere.includes(action.type)));
}

/** The actions of one referral; without a referral those of the case as a whole. */
export function actionsFor(view: CaseView, referralId: string | null): readonly Action[] {
  return mainActions(view).filter((action) => (action.referralId ?? null) === referralId);
}

/** A stable name of an action within its case. */
export function actionId(action: Omit<Action, 'type'> & { readonly type: string }): string {
  return [action.type, action.referralId, action.month].filter((part) => part !== undefined).join(':');
}
