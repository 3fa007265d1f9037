/** Does one piece of work at a time, in order, and lets only so many wait; after a failure it does nothing more. */
export class Lane {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;
  private fault: { readonly error: unknown } | undefined;

  constructor(private readonly mostWaiting: number) {}

  /** Why nothing is done any more, undefined when all is well. */
  failure(): unknown {
    return this.fault?.error;
  }

  /** Takes work in; resolves at once while few wait, else when there is room again. */
  async add(work: () => Promise<void>): Promise<void> {
    this.waiting++;
    const before = this.last;
    this.last = this.doAfter(before, work);
    if (this.waiting > this.mostWaiting) {
      await before;
    }
  }

  /**
   * Waits until everything is done.
   * @throws what the work threw
   */
  async empty(): Promise<void> {
    await this.last;
    if (this.fault !== undefined) {
      throw this.fault.error;
    }
  }

  private async doAfter(before: Promise<void>, work: () => Promise<void>): Promise<void> {
    await before;
    try {
      if (this.fault === undefined) {
        await work();
      }
    } catch (error) {
      this.fault = { error };
    } finally {
      this.waiting--;
    }
  }
}
