import type { Response } from 'express';
import type { AnalysisEvent, EventFilter, TailMessage } from '#contracts/analysis';
import { mayDo, viewerOf } from '#domain/people';
import type { Holder } from '../kernel/live/audience.js';
import { isGone } from '../kernel/live/gone.js';
import { beginEvents, textOfEvent } from '../kernel/live/sse.js';
import { predicateOf } from './event-predicate.js';

/** Events that are sent between two ticks; more are counted. */
export const mostPerTick = 200;
/** Bytes that may wait for a client that reads slowly; beyond, events are counted and not sent. */
export const mostWaiting = 256 * 1024;
/** A client that read nothing for so many ticks is dropped; it comes back and resumes. */
export const mostSilentTicks = 30;

/** What a client missed while it was away. */
export type Missed = { readonly skipped: number; readonly events: readonly AnalysisEvent[] };

/** One open tail of one analyst: never more than a person can follow, and what is left out is told. */
export class TailClient {
  /** Events that were sent. */
  sent = 0;
  private readonly matches: (event: AnalysisEvent) => boolean;
  private allowance = mostPerTick;
  private skipped = 0;
  private silentTicks = 0;
  private position = 0;

  constructor(
    public holder: Holder,
    readonly filter: EventFilter,
    private readonly response: Response,
  ) {
    this.matches = predicateOf(filter);
  }

  /** Begins the stream after a position, with what was missed before it. */
  begin(position: number, { skipped, events }: Missed): void {
    beginEvents(this.response, String(events[0] === undefined ? position : events[0].position - 1));
    if (skipped > 0) {
      this.send({ event: 'skipped', data: { skipped } }, (events[0]?.position ?? position + 1) - 1);
    }
    for (const event of events) {
      this.sent += 1;
      this.send({ event: 'event', data: event }, event.position);
    }
    this.position = position;
  }

  /** Sends an event if the filter lets it through and the client can take it. */
  deliver(event: AnalysisEvent): void {
    this.position = event.position;
    if (!this.matches(event)) {
      return;
    }
    if (this.skipped > 0 || this.allowance === 0 || this.isFull()) {
      this.skipped += 1;
      return;
    }
    this.allowance -= 1;
    this.sent += 1;
    this.send({ event: 'event', data: event }, event.position);
  }

  /** Once a second: says how many events were left out, and lets events through again. */
  tick(): void {
    this.allowance = mostPerTick;
    if (this.isFull()) {
      this.silentTicks += 1;
      if (this.silentTicks > mostSilentTicks) {
        this.response.destroy();
      }
      return;
    }
    this.silentTicks = 0;
    if (this.skipped > 0) {
      this.send({ event: 'skipped', data: { skipped: this.skipped } }, this.position);
      this.skipped = 0;
    }
  }

  /** Keeps proxies from closing a silent stream, and a reconnect from looking again at what was not for this client. */
  beat(): void {
    if (this.skipped === 0 && !this.isFull()) {
      this.write(`id: ${this.position}\n\n`);
    }
  }

  /** Goes on while the session may read events. */
  renew(holder: Holder): void {
    this.holder = holder;
    if (!mayDo(viewerOf(holder.signedIn), 'analyse')) {
      this.end();
    }
  }

  /** True when it went away. */
  isGone(): boolean {
    return isGone(this.response);
  }

  end(): void {
    this.response.end();
  }

  private isFull(): boolean {
    return this.response.writableLength > mostWaiting;
  }

  private send(message: TailMessage, position: number): void {
    this.write(textOfEvent(message, String(position)));
  }

  private write(text: string): void {
    if (!this.isGone()) {
      this.response.write(text);
    }
  }
}
