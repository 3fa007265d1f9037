import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Caller } from '../session/caller.js';
import { whenGone } from './gone.js';
import { LiveClient } from './live-client.js';
import { LiveHub } from './live-hub.js';

/** Opens live streams. */
@Injectable()
export class LiveService {
  constructor(private readonly hub: LiveHub) {}

  /** Keeps the answer open and sends what changes until either side ends it. */
  async open(caller: Caller, lastEventId: string | string[] | undefined, response: Response): Promise<void> {
    const client = new LiveClient(caller, response);
    await this.hub.add(client, typeof lastEventId === 'string' ? lastEventId : undefined);
    whenGone(response, () => this.hub.remove(client));
  }
}
