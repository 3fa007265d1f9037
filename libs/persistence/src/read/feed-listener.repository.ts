import { channels } from '../locks.js';
import { ChannelListener } from './channel-listener.repository.js';

/** One connection of the process that hears of changes and of sessions that ended; it comes back by itself when PostgreSQL was away. */
export class FeedListener {
  private readonly listener: ChannelListener;

  /**
   * `onChange` is called at every notice and after every (re)connection, since notices may have been missed; `onSignOut` with
   * the hexadecimal hash of a session that was ended by any process.
   */
  constructor(url: string, onChange: () => void, onSignOut: (session: string) => void = () => undefined) {
    this.listener = new ChannelListener(url, {
      program: 'relais-feed-listener',
      channels: [channels.feed, channels.sessions],
      onNotice: (channel, payload) => (channel === channels.sessions ? onSignOut(payload) : onChange()),
      onConnected: onChange,
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
