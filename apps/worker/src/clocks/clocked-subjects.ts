import { serviceSubject } from '#persistence/directory';
import { clockedSubject, type ClockedSubject } from '#persistence/kernel';

/** The kinds of subjects in PostgreSQL that have clocks. */
export const clockedSubjects: readonly ClockedSubject[] = [clockedSubject(serviceSubject)];
