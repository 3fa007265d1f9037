import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/kernel';
import type { ClockActivities } from '#workflows';
import { clockedSubjects } from './clocked-subjects.js';

type Ticking = ClockActivities['tickSubject'];

/** What the clocks of subjects in PostgreSQL ask of the world; Temporal repeats a call until it succeeds. */
@Injectable()
export class ClockActivitiesService implements ClockActivities {
  constructor(private readonly database: Database) {}

  async tickSubject({ stream, id, at }: Parameters<Ticking>[0]): ReturnType<Ticking> {
    const subject = clockedSubjects.find((one) => one.stream === stream);
    if (subject === undefined) {
      throw new Error(`this version knows no clock of ${stream}`);
    }
    return subject.tick(this.database, id, at);
  }
}
