import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Logger } from '#runtime';

/** Work that goes on once its request is answered, so that its time tells nothing. What fails is logged; the end of the process waits for it. */
export class Afterwards implements BeforeApplicationShutdown {
  private readonly going = new Set<Promise<void>>();

  constructor(private readonly logger: Pick<Logger, 'error'>) {}

  do(what: string, work: () => Promise<void>): void {
    const going = work()
      .catch((error: unknown) => this.logger.error({ err: error, what }, 'what was left for afterwards failed'))
      .finally(() => this.going.delete(going));
    this.going.add(going);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.going);
  }
}
