import { analysisProblems } from '../analysis/problems.js';
import { intakeProblems } from '../case/problems.intake.js';
import { referralProblems } from '../case/problems.js';
import { directoryProblems } from '../directory/problems.js';
import { codesOf } from '../kernel/codes/index.js';
import type { Problem } from '../kernel/problem.js';
import { kernelProblems } from '../kernel/problems.js';
import { monitoringProblems } from '../monitoring/problems.js';
import { operationsProblems } from '../operations/problems.js';
import { outsideProblems } from '../outside/problems.js';
import { memberProblems } from '../people/problems.members.js';
import { peopleProblems } from '../people/problems.js';
import { ownDataProblems } from '../people/problems.own-data.js';
import { signInProblems } from '../people/problems.sign-in.js';

/** Every error Relais answers with: those of each subject. */
export const problems = {
  ...kernelProblems,
  ...analysisProblems,
  ...intakeProblems,
  ...referralProblems,
  ...directoryProblems,
  ...monitoringProblems,
  ...operationsProblems,
  ...outsideProblems,
  ...memberProblems,
  ...peopleProblems,
  ...ownDataProblems,
  ...signInProblems,
} as const satisfies Record<string, Problem>;
export type ProblemCode = keyof typeof problems;

/** What a case refuses a command with. */
export const caseRefusals = codesOf({ ...referralProblems, ...peopleProblems });

/** What the pure core answers instead of events: a code of `problems`, where it applies, and what fills its sentence. */
export type Refusal = {
  readonly code: ProblemCode;
  /** Path of the field in the command. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};
