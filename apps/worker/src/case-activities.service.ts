import { Injectable } from '@nestjs/common';
import type { CaseEvent } from '#contracts/case';
import { NoteRepository } from '#persistence/case';
import { EventPublisher } from '#messaging';
import { Counter, Histogram, Registry } from '#runtime';
import { marksOf, type CaseActivities } from '#workflows';

/** What case workflows ask of the world; Temporal repeats a call until it succeeds. */
@Injectable()
export class CaseActivitiesService implements CaseActivities {
  private readonly published: Counter;
  private readonly batch: Histogram;
  private readonly duration: Histogram;

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
    this.batch = new Histogram({
      name: 'relais_worker_publish_batch_events',
      help: 'Events of one case that were published together.',
      buckets: [1, 2, 3, 5, 10, 20, 50, 100],
      registers: [registry],
    });
    this.duration = new Histogram({
      name: 'relais_worker_publish_duration_seconds',
      help: 'Time until events were durable in Kafka.',
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers: [registry],
    });
  }

  /** Publishes events of one case; the marks are made of what was published, the workflow compares them with what it queued. */
  async publishEvents(events: readonly CaseEvent[]): Promise<string[]> {
    const end = this.duration.startTimer();
    await this.publisher.publish(events);
    end();
    this.batch.observe(events.length);
    this.published.inc(events.length);
    return marksOf(events);
  }

  /** Destroys the key of a case's notes. */
  async eraseNotes(caseId: string): Promise<void> {
    await this.notes.destroyKey(caseId);
  }
}
