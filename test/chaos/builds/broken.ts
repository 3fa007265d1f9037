import type { Part } from '../arena/arena.js';
import type { Edit } from './build.js';

/** A build with a fault in it that the checker must find. */
export type BrokenBuild = {
  readonly name: string;
  /** What is wrong with it. */
  readonly what: string;
  readonly part: Part;
  readonly edits: readonly Edit[];
  /** Name of the fault that brings it to light. */
  readonly fault: string;
  /** What the checker must say of it, among others. */
  readonly proof: RegExp;
};

const folding = 'apps/projector/src/folding.js';
const workflow = 'workflows/case.workflow.js';
const memory = 'workflows/memory.js';

/** All broken builds. The test puts them into one program: what proves one of them comes from none of the others. */
export const brokenBuilds: readonly BrokenBuild[] = [
  {
    name: 'projector-applies-twice',
    what: 'the projector applies whatever it reads, whether it was applied before or not',
    part: 'projector',
    edits: [
      { file: folding, text: 'if (one.event.sequence <= step.sequence) {', by: 'if (false) {' },
      {
        file: folding,
        text: 'const state = evolve(step.state ?? initialCase, one.event);',
        by: 'const state = evolve({ ...(step.state ?? initialCase), sequence: one.event.sequence - 1 }, one.event);',
      },
    ],
    fault: 'offsets-rewound',
    proof: /^doubled: feed: .* is there \d times/,
  },
  {
    name: 'workflow-forgets-commands',
    what: 'the workflow does not know in its next run which commands it has applied',
    part: 'worker',
    edits: [
      { file: workflow, text: 'input.limits ?? formerLimits;', by: '{ commands: 5, historyEvents: 1000 };' },
      { file: memory, text: 'past.find((one) => one.commandId === commandId)', by: 'undefined' },
    ],
    fault: 'undisturbed',
    proof: /^doubled: case .* was applied \d times/,
  },
  {
    name: 'published-by-local-activity',
    what: 'events are published inside the workflow task, before it is known to be durable',
    part: 'worker',
    edits: [
      {
        file: workflow,
        text: 'log, patched, proxyActivities, setHandler,',
        by: 'log, patched, proxyActivities, proxyLocalActivities, setHandler,',
      },
      {
        file: workflow,
        text: 'const { publishEvents, eraseNotes } = proxyActivities({',
        by: `const { publishEvents } = proxyLocalActivities({ startToCloseTimeout: '15 seconds' });
const { eraseNotes } = proxyActivities({`,
      },
    ],
    fault: 'kill-worker-before-its-answer',
    proof: /two different events|is not what happened|was published and did not happen/,
  },
];

/** A broken build by its name. */
export function findBrokenBuild(name: string): BrokenBuild | undefined {
  return brokenBuilds.find((one) => one.name === name);
}
