import type { SessionRepository } from '#persistence/people';
import type { Gauge } from '#runtime';

/** A client whose stream is open. */
type Listener = { readonly session: string; end(): void };

/** The clients whose streams are open in this process; the gauge counts them. */
export class Audience<Client extends Listener> implements Iterable<Client> {
  private readonly clients = new Set<Client>();

  constructor(
    private readonly sessions: SessionRepository,
    private readonly gauge: Gauge,
  ) {}

  get size(): number {
    return this.clients.size;
  }

  [Symbol.iterator](): Iterator<Client> {
    return this.clients.values();
  }

  add(client: Client): void {
    this.clients.add(client);
    this.gauge.set(this.clients.size);
  }

  remove(client: Client): void {
    this.clients.delete(client);
    this.gauge.set(this.clients.size);
  }

  /** Ends all streams; their clients reconnect elsewhere or later. */
  endAll(): void {
    this.endThose(() => true);
  }

  /** Ends the streams of a session that was signed out. */
  endSession(session: string): void {
    this.endThose((client) => client.session === session);
  }

  /** Ends the streams of sessions that are over, in case the notice of it was lost. */
  async endStale(): Promise<void> {
    const open = [...new Set([...this.clients].map(({ session }) => session))];
    const living = open.length === 0 ? new Set<string>() : await this.sessions.findLiving(open);
    this.endThose(({ session }) => open.includes(session) && !living.has(session));
  }

  private endThose(isMeant: (client: Client) => boolean): void {
    for (const client of this.clients) {
      if (isMeant(client)) {
        this.remove(client);
        client.end();
      }
    }
  }
}
