import type { CaseCommand, CaseEvent } from '#contracts/case';
import type { Decider } from '../decider/index.js';
import { nextDeadline } from './deadlines.js';
import { decide } from './decide.js';
import type { Commanded } from './decision.js';
import { evolve } from './evolve.js';
import { maySeeCase } from './rights.js';
import { initialCase, type CaseState } from './state.js';

type Decides = Decider<CaseState, CaseCommand | { readonly type: 'tick' }, CaseEvent>;

/** The rules of a case in the one shape of all subjects; opening commands name the case themselves. */
export const caseDecider = {
  initial: initialCase,
  decide: (state: CaseState, commanded: Commanded) => decide(state, commanded),
  evolve,
  nextDeadline,
  // What exactly is possible depends on each referral, and `decide` says it; here: whether the case may be known at all.
  mayDo: (state, viewer) => state.phase === 'unopened' || maySeeCase(state, viewer),
} satisfies Decides;
