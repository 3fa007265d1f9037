import { signIn } from '../../support/http.js';
import { startStack, type Stack } from '../../support/processes.js';
import type { People } from '../load/case-journey.js';
import type { Caller } from '../load/http-caller.js';
import type { Bench } from './bench.js';
import { profilingFlags } from './profiling.js';

/** Relais as `npm start` runs it, without the demonstration, with people who are signed in. */
export type Installation = Stack & { readonly people: People; readonly coordinator: Caller };

/** Starts api, worker and projector with a database, topics and a task queue of their own. */
export async function install(
  { profile }: Pick<Bench, 'profile'>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const flags = Object.fromEntries(profile.map((part) => [part, profilingFlags()]));
  const stack = await startStack({ flags, environment });
  const [lead, accountant, mediator, coordinator] = await Promise.all(
    ['amelie-beci', 'paul-itaa', 'brigitte-bemediation', 'sofie-hub'].map((person) => signIn(stack.apiUrl, person)),
  );
  if (!lead || !accountant || !mediator || !coordinator) {
    throw new Error('nobody signed in');
  }
  return { ...stack, people: { lead, accountant, mediator }, coordinator };
}
