import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '#contracts/case';
import type { NoteRepository } from '#persistence/case';
import type { EventPublisher } from '#messaging';
import { createRegistry } from '#runtime';
import { marksOf } from '#workflows';
import { opened } from '#test/scenes';
import { CaseActivitiesService } from './case-activities.service.js';

function activities(publish: (events: readonly CaseEvent[]) => Promise<void>, destroyed: string[] = []) {
  const publisher = { publish } as unknown as EventPublisher;
  const notes = { destroyKey: async (caseId: string) => void destroyed.push(caseId) } as unknown as NoteRepository;
  return new CaseActivitiesService(publisher, notes, createRegistry());
}

describe('the activities of cases', () => {
  const { events } = opened();

  it('answer with the marks of what is durable in Kafka', async () => {
    const published: CaseEvent[] = [];
    const service = activities(async (all) => void published.push(...all));
    expect(await service.publishEvents(events)).toEqual(marksOf(events));
    expect(published).toEqual(events);
  });

  it('answer nothing when Kafka did not take it', async () => {
    const service = activities(() => Promise.reject(new Error('no broker')));
    await expect(service.publishEvents(events)).rejects.toThrow('no broker');
  });

  it('destroy the key of the notes', async () => {
    const destroyed: string[] = [];
    await activities(async () => {}, destroyed).eraseNotes('some-case');
    expect(destroyed).toEqual(['some-case']);
  });
});
