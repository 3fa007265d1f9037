/** The streams events are published in, each a topic of its own; what each is, `#contracts/catalogue` says. */
export const streamNames = ['cases', 'directory', 'platform'] as const;

/** A stream of events. */
export type StreamName = (typeof streamNames)[number];
