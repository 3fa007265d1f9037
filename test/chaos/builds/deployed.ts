import type { Edit } from './build.js';

const workflow = 'workflows/case.workflow.js';

/** A later version: instants are told to the second, and each case gets one more timer (soon over, so that what runs in the end can be compared); running cases change over as they go on. */
export const laterVersion: readonly Edit[] = [
  {
    file: workflow,
    text: 'log, patched, proxyActivities, setHandler,',
    by: 'log, patched, proxyActivities, setHandler, sleep,',
  },
  {
    file: workflow,
    text: `const decision = decide(state, { at: now(), by, command, isLetThrough: true });
        if ('refusal' in decision) {
            const { refusal } = decision;`,
    by: `const at = patched('chaos-whole-seconds') ? now().slice(0, 19) + '.000Z' : now();
        const decision = decide(state, { at, by, command, isLetThrough: true });
        if ('refusal' in decision) {
            const { refusal } = decision;`,
  },
  {
    file: workflow,
    text: 'let indexed = readSearchAttributes();',
    by: 'let indexed = readSearchAttributes(); let reviewed = false;',
  },
  {
    file: workflow,
    text: `function start() {
        publisher.start();`,
    by: `function start() {
        if (!reviewed && patched('chaos-review')) {
            reviewed = true;
            void sleep('300 milliseconds');
        }
        publisher.start();`,
  },
];
