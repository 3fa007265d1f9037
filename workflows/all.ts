// What the bundle holds: every workflow that a worker runs.
export { caseWorkflow } from './case.workflow.js';
export { epochsWorkflow } from './epochs.workflow.js';
export { subjectClockWorkflow } from './subject-clock.workflow.js';
