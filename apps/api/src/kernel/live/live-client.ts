import { isDeepStrictEqual } from 'node:util';
import type { Response } from 'express';
import { streams, type EventType } from '#contracts/catalogue';
import type { LiveMessage } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';
import { historyType } from '#domain/case';
import { actsFor, isCoordinator, isMember, mayDo, viewerOf } from '#domain/people';
import type { FeedRow } from '#persistence/kernel';
import type { Holder } from './audience.js';
import { isGone } from './gone.js';
import { beginEvents, textOfEvent } from './sse.js';

type Beat = Extract<LiveMessage, { event: 'beat' }>;

/** A client that reads so slowly that more than this waits for it is dropped; it comes back and replays. */
const mostWaiting = 128 * 1024;

const directoryChanged = ({ subject }: FeedRow): LiveMessage => ({ event: 'directory', data: { serviceId: subject } });

const withdrawn = (): LiveMessage => ({ event: 'withdrawn', data: {} });

/** What those are told who may be, by type of event; a type that is not here changes nothing that a browser shows. */
const byType: { readonly [Type in EventType]?: (row: FeedRow) => LiveMessage } = {
  'relais.directory.capacity-confirmed.v1': directoryChanged,
  'relais.directory.capacity-lapsed.v1': directoryChanged,
  'relais.platform.epoch-published.v1': ({ code }) => ({ event: 'published', data: { epochId: code } }),
  'relais.platform.pack-withdrawn.v1': withdrawn,
  'relais.platform.remark-withdrawn.v1': withdrawn,
};

/** The message a change is for a viewer, undefined when it is not theirs to know. */
export function messageOf(row: FeedRow, viewer: Viewer): LiveMessage | undefined {
  if (!mayKnow(row, viewer)) {
    return undefined;
  }
  if (row.stream !== 'cases') {
    return byType[row.type as EventType]?.(row);
  }
  const { subject: caseId, code, sequence, type } = row;
  // Of history only figures move, so it is told as `monitoring` alone.
  return type === historyType ? undefined : { event: 'case', data: { caseId, code, sequence, type } };
}

function mayKnow({ stream, parties }: FeedRow, viewer: Viewer): boolean {
  const { audience } = streams[stream];
  switch (audience) {
    case 'everybody':
      return true;
    case 'members':
      return isMember(viewer);
    case 'parties':
      return isCoordinator(viewer) || parties.some((serviceId) => actsFor(viewer, serviceId));
    default:
      return audience satisfies never;
  }
}

/** The id under which a position is told. */
export type IdOf = (position: number) => string;

/** One open event stream of one person. */
export class LiveClient {
  /** What became known while the past is still replayed. */
  private waiting: FeedRow[] | undefined = [];

  /** Position of the last change that is the viewer's to know; all that ids tell, since others' changes move nothing then. */
  private last = 0;

  constructor(
    public holder: Holder,
    private readonly response: Response,
  ) {}

  /** Whose rights it is told under, as they are now. */
  get viewer(): Viewer {
    return viewerOf(this.holder.signedIn);
  }

  /** Goes on as the session stands now; its browser is told when its rights are others, and asks anew. */
  renew(holder: Holder): void {
    const before = this.viewer;
    this.holder = holder;
    if (this.begun && !isDeepStrictEqual(this.viewer, before)) {
      this.write(`event: session\ndata: {}\n\n`);
    }
  }

  /** True from its beginning on. */
  get begun(): boolean {
    return this.response.headersSent;
  }

  /** Begins the stream; `id` is where a reconnect resumes when nothing else was sent, `last` the last change before. */
  begin(id: string, last: number): void {
    this.last = last;
    beginEvents(this.response, id);
  }

  /** Sends a change if it is the viewer's to know. */
  deliver(row: FeedRow, idOf: IdOf): void {
    if (this.waiting !== undefined) {
      this.waiting.push(row);
      return;
    }
    const message = messageOf(row, this.viewer);
    if (message !== undefined) {
      this.last = row.position;
      this.send(message, idOf(row.position));
    }
  }

  /** Ends the replay: what came meanwhile follows, each change once. */
  catchUp(replayed: readonly FeedRow[], idOf: IdOf): void {
    const rows = [...replayed, ...(this.waiting ?? [])];
    this.waiting = undefined;
    for (const row of rows) {
      this.deliver(row, idOf);
    }
    if (rows.some((row) => row.stream === 'cases')) {
      this.figuresMoved(idOf);
    }
  }

  /** Tells that exact figures may have moved; to others the moment itself would tell that some case changed. */
  figuresMoved(idOf: IdOf): void {
    if (mayDo(this.viewer, 'read-monitoring-exact')) {
      this.send({ event: 'monitoring', data: {} }, idOf(this.last));
    }
  }

  /** Tells the client to fetch everything again. */
  resync(idOf: IdOf): void {
    const own = (this.waiting ?? []).filter((row) => messageOf(row, this.viewer) !== undefined);
    this.last = own.at(-1)?.position ?? this.last;
    this.waiting = undefined;
    this.send({ event: 'resync', data: {} }, idOf(this.last));
  }

  send(message: LiveMessage, id: string): void {
    if (this.waiting === undefined) {
      this.write(textOfEvent(message, id));
    }
  }

  /** A sign of life, which also keeps proxies from closing a silent stream; it has no id, for it moves nobody on. */
  beat(build: string | null): void {
    if (this.begun) {
      this.write(`event: beat\ndata: ${JSON.stringify({ build } satisfies Beat['data'])}\n\n`);
    }
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (isGone(this.response)) {
      return;
    }
    this.response.write(text);
    if (this.response.writableLength > mostWaiting) {
      this.response.destroy();
    }
  }
}
