import { channels } from './locks.js';
import { ChannelListener } from './channel-listener.repository.js';

/** What is done when a notice arrives; each is also called after every (re)connection, since notices may have been missed. */
export type FeedHearing = {
  /** The feed of changes may have grown. */
  readonly feed: () => void;
  /** Events may have come into the archive. */
  readonly archive: () => void;
  /** A session was ended by some process; given is the hexadecimal hash of it. The one that is not called after a connection. */
  readonly sessions: (session: string) => void;
  /** What a person may do has changed; without one it may be anybody's. */
  readonly rights: (personId?: string) => void;
};

/** One connection of the process that listens for changes and for sessions that ended; it reconnects on its own after PostgreSQL was away. */
export class FeedListener {
  private readonly listener: ChannelListener;

  constructor(url: string, hearing: FeedHearing) {
    this.listener = new ChannelListener(url, {
      program: 'relais-feed-listener',
      channels: [channels.feed, channels.archive, channels.sessions, channels.rights],
      onNotice: (channel, payload) => {
        switch (channel) {
          case channels.feed:
            return hearing.feed();
          case channels.archive:
            return hearing.archive();
          case channels.rights:
            return hearing.rights(payload);
          default:
            return hearing.sessions(payload);
        }
      },
      onConnected: () => {
        hearing.feed();
        hearing.archive();
        hearing.rights();
      },
    });
  }

  /** Begins to listen; does not wait for the connection. */
  start(): void {
    this.listener.start();
  }

  stop(): Promise<void> {
    return this.listener.stop();
  }
}
