/** A queue between one who reads and one who takes; it holds the reader up while it is full. */
export class BoundedQueue<Item> {
  private items: Item[] = [];
  private failure: { readonly reason: unknown } | undefined;
  private closed = false;
  private wake: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** Adds an item; who adds waits for room before the next one. */
  put(item: Item): void {
    this.items.push(item);
    this.change();
  }

  /** Waits for room, `patience` milliseconds at most; false while there is none. */
  async room(patience: number): Promise<boolean> {
    if (this.items.length >= this.most && !this.closed) {
      await this.changed(patience);
    }
    return this.items.length < this.most || this.closed;
  }

  /**
   * The next item; undefined after the end.
   * @throws what `fail` was told, once all items before it were taken
   */
  async take(): Promise<Item | undefined> {
    while (this.items.length === 0 && !this.closed && this.failure === undefined) {
      await this.changed();
    }
    if (this.closed) {
      return undefined;
    }
    const item = this.items.shift();
    if (item === undefined && this.failure !== undefined) {
      throw this.failure.reason;
    }
    this.change();
    return item;
  }

  fail(reason: unknown): void {
    this.failure ??= { reason };
    this.change();
  }

  /** Nothing is taken any more. */
  close(): void {
    this.closed = true;
    this.items = [];
    this.change();
  }

  private async changed(patience?: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake.push(resolve);
      timer = patience === undefined ? undefined : setTimeout(resolve, patience);
    });
    clearTimeout(timer);
  }

  private change(): void {
    const waiting = this.wake;
    this.wake = [];
    waiting.forEach((resolve) => resolve());
  }
}
