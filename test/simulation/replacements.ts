/** The modules of the engines, and the models that stand in for them here. */
export const replacements = {
  '@temporalio/workflow': './engines/workflow.js',
  '#persistence': './engines/persistence.js',
  'node:timers/promises': './engines/timers.js',
} as const;
