import { Injectable } from '@nestjs/common';
import type { CaseEvent } from '#contracts';
import { EventPublisher } from '#messaging';
import { NoteRepository } from '#persistence';
import { Counter, Registry } from '#runtime';
import { marksOf, type CaseActivities } from '#workflows';

/** What case workflows ask of the world; Temporal repeats a call until it succeeds. */
@Injectable()
export class CaseActivitiesService implements CaseActivities {
  private readonly published: Counter;

  constructor(
    private readonly publisher: EventPublisher,
    private readonly notes: NoteRepository,
    registry: Registry,
  ) {
    this.published = new Counter({
      name: 'relais_worker_published_events_total',
      help: 'Case events this process published to Kafka.',
      registers: [registry],
    });
  }

  /** Publishes events of one case; the marks are made of what was published, the workflow compares them with what it queued. */
  async publishEvents(events: readonly CaseEvent[]): Promise<string[]> {
    await this.publisher.publish(events);
    this.published.inc(events.length);
    return marksOf(events);
  }

  /** Destroys the key of a case's notes. */
  async eraseNotes(caseId: string): Promise<void> {
    await this.notes.destroyKey(caseId);
  }
}
