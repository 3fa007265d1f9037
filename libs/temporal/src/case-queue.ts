import { TooBusy } from './errors.js';

type Line = { inFlight: number; readonly waiting: Array<() => void> };

/** Lets a limited number of commands per case through at a time; the others wait in order. */
export class CaseQueue {
  private readonly lines = new Map<string, Line>();

  constructor(
    private readonly inFlight: number,
    private readonly waiting: number,
  ) {}

  /**
   * Runs the work when its turn comes.
   * @param until when waiting has no more use, milliseconds since 1970
   * @throws TooBusy when the line is too long or the turn did not come in time; the work was not begun then.
   */
  async run<Result>(caseId: string, until: number, work: () => Promise<Result>): Promise<Result> {
    const line = this.lines.get(caseId) ?? { inFlight: 0, waiting: [] };
    this.lines.set(caseId, line);
    await this.turn(line, until);
    try {
      return await work();
    } finally {
      line.inFlight--;
      line.waiting.shift()?.();
      if (line.inFlight === 0) {
        this.lines.delete(caseId);
      }
    }
  }

  private async turn(line: Line, until: number): Promise<void> {
    if (line.inFlight < this.inFlight) {
      line.inFlight++;
      return;
    }
    if (line.waiting.length >= this.waiting) {
      throw new TooBusy(`${line.waiting.length} commands wait for this case already`);
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        line.inFlight++;
        resolve();
      };
      const timer = setTimeout(() => {
        line.waiting.splice(line.waiting.indexOf(enter), 1);
        reject(new TooBusy('the turn of this command did not come in time'));
      }, until - Date.now());
      line.waiting.push(enter);
    });
  }
}
