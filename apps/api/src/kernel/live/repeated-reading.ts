const retryAfter = 1_000;

/** Reads whenever there may be more. Readings never overlap: what is wanted during one leads to another; one that failed is done again. */
export class RepeatedReading {
  private running: Promise<void> | undefined;
  private again = false;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly read: () => Promise<void>,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /** Wants a reading that begins after this moment; resolves when it is over, however it ended. */
  async want(): Promise<void> {
    if (this.stopped) {
      return;
    }
    this.again = true;
    this.running ??= this.readAll();
    await this.running;
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.retry);
  }

  private async readAll(): Promise<void> {
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        await this.read();
      }
    } catch (error) {
      this.onFault(error);
      clearTimeout(this.retry);
      this.retry = setTimeout(() => void this.want(), retryAfter);
    } finally {
      // In the moment in which nothing more is wanted: what is wanted after it begins a reading of its own.
      this.running = undefined;
    }
  }
}
