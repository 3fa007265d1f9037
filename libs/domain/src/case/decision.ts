import type { CaseCommand, CaseEvent } from '#contracts/case';
import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';

/** A command with all it needs from outside: the time and who gives it. */
export type Commanded = {
  readonly at: Instant;
  readonly by: Viewer | 'clock';
  readonly command: CaseCommand | { readonly type: 'tick' };
  /** True where the command is in a history: what a version before let through is done, though it would be refused today. */
  readonly isLetThrough?: boolean;
};

/** What a command leads to: events, or the reason why nothing happens. */
export type Decision = { readonly events: readonly CaseEvent[] } | { readonly refusal: Refusal };
