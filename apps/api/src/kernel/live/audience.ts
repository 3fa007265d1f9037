import type { Session } from '#contracts/people';
import type { SessionRepository } from '#persistence/people';
import type { Gauge } from '#runtime';
import type { Caller } from '../session/caller.js';

/** Whose stream is open: the session, and as whom it is signed in. */
export type Holder = Pick<Caller, 'session' | 'signedIn'>;

/** A client whose stream is open. */
type Listener = {
  readonly holder: Holder;
  /** Goes on as the session stands now. */
  renew(holder: Holder): void;
  end(): void;
};

/** When a session ends or has other rights by itself, as far as is known; milliseconds since 1970. */
function turnOf({ signedIn: { endsAt, changesAt } }: Holder): number {
  return Math.min(Date.parse(endsAt), changesAt === null ? Infinity : Date.parse(changesAt));
}

/** The clients whose streams are open in this process; the gauge counts them. */
export class Audience<Client extends Listener> implements Iterable<Client> {
  private readonly clients = new Set<Client>();

  constructor(
    private readonly sessions: SessionRepository,
    private readonly gauge: Gauge,
    /** Told when sessions could not be asked about; they are asked about again. */
    private readonly complain: (error: unknown) => void,
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
    this.endThose(({ holder }) => holder.session === session);
  }

  /** Asks how sessions stand, a person's or everybody's: streams of those that are over end, others go on with the rights they have now. */
  recheck(personId?: string): Promise<void> {
    return this.recheckThose(({ signedIn }) => personId === undefined || signedIn.person.personId === personId);
  }

  /** Asks it of those whose time has come by a clock that may be a little off; they are asked again until it is. */
  recheckDue(now: number): Promise<void> {
    return this.recheckThose((holder) => turnOf(holder) <= now);
  }

  private async recheckThose(isMeant: (holder: Holder) => boolean): Promise<void> {
    const open = new Set([...this.clients].filter(({ holder }) => isMeant(holder)).map(({ holder }) => holder.session));
    if (open.size === 0) {
      return;
    }
    let living: Map<string, Session>;
    try {
      living = await this.sessions.findSessions([...open]);
    } catch (error) {
      this.complain(error);
      return;
    }
    // One that waits for a passkey is told nothing, as at its next request.
    const isWhole = (session: string) => living.has(session) && living.get(session)?.passkey !== 'awaited';
    this.endThose(({ holder: { session } }) => open.has(session) && !isWhole(session));
    for (const client of this.clients) {
      const { session } = client.holder;
      const signedIn = living.get(session);
      if (signedIn !== undefined) {
        client.renew({ session, signedIn });
      }
    }
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
