import { Injectable } from '@nestjs/common';
import type { EventCount, EventDetail, EventFilter, EventPage, EventQuery, Stream } from '#contracts/analysis';
import { withoutHidden } from '#contracts/catalogue';
import { ArchiveEventRepository, AuditRepository } from '#persistence/analysis';
import { badCursor } from '../kernel/problems/bad-input.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { textOfFilter } from './filter-text.js';
import { recorded } from './recording.js';
import { SearchTurns } from './search-turns.js';

/** Which event. */
export type EventPlace = { readonly stream: Stream; readonly subject: string; readonly sequence: number };

/** The coded events, for those who analyse; every look is written down. */
@Injectable()
export class EventService {
  constructor(
    private readonly events: ArchiveEventRepository,
    private readonly audit: AuditRepository,
    private readonly turns: SearchTurns,
  ) {}

  async list(caller: Caller, { after, limit, ...filter }: EventQuery): Promise<EventPage> {
    const page = await recorded(this.audit, caller, {
      kind: 'events',
      subject: textOfFilter(filter),
      work: () => this.inTurn(caller, () => this.findPage(filter, after, limit)),
      rowsOf: ({ events }) => events.length,
    });
    // Also of events that were archived before a field was marked as hidden.
    return { ...page, events: page.events.map((event) => ({ ...event, data: withoutHidden(event.data) })) };
  }

  async count(caller: Caller, filter: EventFilter): Promise<EventCount> {
    return recorded(this.audit, caller, {
      kind: 'events',
      subject: `count ${textOfFilter(filter)}`,
      work: () => this.inTurn(caller, () => this.events.count(filter)),
      rowsOf: () => 0,
    });
  }

  async read(caller: Caller, place: EventPlace): Promise<EventDetail> {
    const { event, ...detail } = await recorded(this.audit, caller, {
      kind: 'event',
      subject: `${place.stream}/${place.subject}/${place.sequence}`,
      work: () => this.getOne(place),
      rowsOf: () => 1,
    });
    return {
      ...detail,
      event: { ...event, data: withoutHidden(event.data) },
      schema: `/schemas/${event.type}`,
    };
  }

  private inTurn<Found>({ viewer }: Caller, search: () => Promise<Found>): Promise<Found> {
    return this.turns.hold({ person: viewer.personId, long: false }, search);
  }

  private async findPage(filter: EventFilter, after: string | undefined, limit: number): Promise<EventPage> {
    const page = await this.events.findPage(filter, after, limit);
    if (page === undefined) {
      throw badCursor('after');
    }
    return page;
  }

  private async getOne(place: EventPlace): Promise<Omit<EventDetail, 'schema'>> {
    const found = await this.events.findOne(place);
    if (found === undefined) {
      throw new Problem('not-found');
    }
    return found;
  }
}
