import type { Problem } from '../kernel/problem.js';

/** Refusals of the operations page. */
export const operationsProblems = {
  'still-broken': {
    status: 409,
    text: {
      fr: 'Cet enregistrement ne peut toujours pas être appliqué : {reason}.',
      nl: 'Dit record kan nog altijd niet toegepast worden: {reason}.',
      en: 'This record still cannot be applied: {reason}.',
    },
  },
} as const satisfies Record<string, Problem>;
