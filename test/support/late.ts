import { Transform, type TransformCallback } from 'node:stream';

type Held = { readonly due: number; readonly chunk: Buffer };

/** Lets through what is written, in order, each piece after the delay that holds when it arrives (milliseconds). */
export class Late extends Transform {
  private readonly held: Held[] = [];
  private timer: NodeJS.Timeout | undefined;
  private ended: TransformCallback | undefined;

  constructor(private readonly delay: () => number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const due = Math.max(Date.now() + this.delay(), this.held.at(-1)?.due ?? 0);
    if (this.held.length === 0 && due <= Date.now()) {
      done(null, chunk);
      return;
    }
    this.held.push({ due, chunk });
    this.wait();
    // At once, so that many pieces are on their way together, as on a long line.
    done();
  }

  override _flush(done: TransformCallback): void {
    this.ended = done;
    this.release();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.timer);
    done(error);
  }

  private wait(): void {
    this.timer ??= setTimeout(() => this.release(), Math.max(0, (this.held[0]?.due ?? 0) - Date.now()));
  }

  private release(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.held.length > 0 && (this.held[0]?.due ?? 0) <= Date.now()) {
      this.push(this.held.shift()?.chunk);
    }
    if (this.held.length > 0) {
      this.wait();
    } else {
      this.ended?.();
    }
  }
}
