/** The modules of the engines, and the models that stand in for them here. */
export const replacements = {
  '@temporalio/workflow': './engines/workflow.js',
  '#persistence/analysis': './engines/persistence.js',
  '#persistence/case': './engines/persistence.js',
  '#persistence/kernel': './engines/persistence.js',
  '#persistence/monitoring': './engines/persistence.js',
  '#persistence/operations': './engines/persistence.js',
  'node:timers/promises': './engines/timers.js',
} as const;
