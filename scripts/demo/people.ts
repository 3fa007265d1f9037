import { Inbox, type InboxBucket, type InboxLine } from '#contracts/case';
import type { DemoPerson } from './demonstration.js';
import { personas } from './personas.js';
import { pickWeighted, type Random } from './random.js';
import { RelaisClient, type Connection } from './relais-client.js';

/** The personas a newcomer signs in as first: they find work that the simulation leaves to them. */
export const leftToHumans: readonly string[] = ['brigitte-bemediation', 'paul-itaa'];
const fewestLines = 4;
const mostLines = 7;
/** Cases that stay in the dispatch queue, so that a human coordinator finds some. */
const leftInDispatch = 3;

const activeBuckets: readonly InboxBucket[] = ['to-answer', 'first-contact', 'in-progress', 'on-hold', 'to-decide'];
const interest: Readonly<Partial<Record<InboxBucket, number>>> = {
  dispatch: 8,
  'to-answer': 5,
  'first-contact': 4,
  'in-progress': 4,
  'to-decide': 5,
  escalated: 3,
  'on-hold': 1,
  'waiting-on-others': 0.5,
};

/** The simulated people, each with a session of their own, and what is known of the inboxes that are kept for humans. */
export class People {
  private readonly clients: ReadonlyMap<string, RelaisClient>;
  private readonly lines = new Map<string, number>();

  constructor(connection: Connection) {
    this.clients = new Map(personas.map((person) => [person.personId, new RelaisClient(connection, person)]));
  }

  /** The person with this id; throws when the demonstration has none. */
  get(personId: string): RelaisClient {
    const client = this.clients.get(personId);
    if (client === undefined) {
      throw new Error(`the demonstration has no ${personId}`);
    }
    return client;
  }

  /** Everybody who may work on cases. */
  working(): RelaisClient[] {
    return [...this.clients.values()].filter(({ person }) =>
      person.roles.some((role) => role === 'actor' || role === 'coordinator'),
    );
  }

  /** Somebody who acts for a service. */
  actingFor(serviceId: string): RelaisClient | undefined {
    return this.working().find(({ person }) => person.serviceIds.includes(serviceId));
  }

  /** True for a service whose inbox is kept for humans. */
  isLeftToHumans(serviceId: string): boolean {
    return leftToHumans.some((personId) => this.get(personId).person.serviceIds.includes(serviceId));
  }

  /** Counts the inboxes that are kept for humans. */
  async countLines(): Promise<void> {
    await Promise.all(
      leftToHumans.map(async (personId) => {
        const answer = await this.get(personId).get('/api/v1/inbox?limit=1', Inbox);
        if (answer.ok) {
          this.lines.set(personId, activeLines(answer.body));
        }
      }),
    );
  }

  /** Someone whose inbox is short and should grow. */
  isSomebodyShort(): boolean {
    return leftToHumans.some((personId) => this.linesOf(personId) < fewestLines);
  }

  /** How strongly a service is preferred when somebody is asked, so that human inboxes hold some lines and not too many. */
  readonly favour = (serviceId: string): number => {
    const owner = personas.find((one) => leftToHumans.includes(one.personId) && one.serviceIds.includes(serviceId));
    if (owner === undefined) {
      return 1;
    }
    const lines = this.linesOf(owner.personId);
    return lines < fewestLines ? 40 : lines >= mostLines ? 0 : 1;
  };

  /** Notes that services were asked, until lines are counted again. */
  asked(serviceIds: readonly string[]): void {
    for (const personId of leftToHumans) {
      const own = serviceIds.filter((one) => this.get(personId).person.serviceIds.includes(one)).length;
      this.lines.set(personId, this.linesOf(personId) + own);
    }
  }

  /**
   * True when the simulation may act on a line: of a human's lines on fewer than half, on none while there are few, and never
   * on what a human has to decide about a case they lead.
   */
  mayTouch({ personId }: DemoPerson, line: InboxLine): boolean {
    if (!leftToHumans.includes(personId)) {
      return true;
    }
    if (line.bucket === 'to-decide') {
      return false;
    }
    return this.linesOf(personId) > fewestLines && Number.parseInt(line.caseId.slice(0, 2), 16) % 10 < 4;
  }

  private linesOf(personId: string): number {
    return this.lines.get(personId) ?? 0;
  }
}

/** A line of a person's inbox that is worth acting on, undefined when there is none. */
export async function pickLine(
  random: Random,
  client: RelaisClient,
  mayTouch: (line: InboxLine) => boolean,
): Promise<InboxLine | undefined> {
  const overview = await client.get('/api/v1/inbox?limit=1', Inbox);
  if (!overview.ok) {
    return undefined;
  }
  const { counts } = overview.body;
  const filled = (Object.keys(interest) as InboxBucket[]).filter(
    (bucket) => (counts[bucket] ?? 0) > (bucket === 'dispatch' ? leftInDispatch : 0),
  );
  if (filled.length === 0) {
    return undefined;
  }
  const bucket = pickWeighted(random, Object.fromEntries(filled.map((one) => [one, interest[one] ?? 0])));
  const page = await client.get(`/api/v1/inbox?limit=50&bucket=${bucket}`, Inbox);
  const lines = page.ok ? page.body.lines.filter((line) => line.visible && mayTouch(line)) : [];
  // Those who wait longest are more often served first.
  const waiting = lines.sort((one, other) => (one.since < other.since ? -1 : 1));
  return waiting[Math.floor(random() * random() * waiting.length)];
}

function activeLines({ counts }: Inbox): number {
  return activeBuckets.reduce((sum, bucket) => sum + (counts[bucket] ?? 0), 0);
}
