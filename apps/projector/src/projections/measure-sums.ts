import type { MeasureChange } from '#persistence/monitoring';

/** Changes of cells added up, each cell once. */
export class MeasureSums {
  private readonly cells = new Map<string, MeasureChange>();

  /** Cells that were touched since the last `take`. */
  get size(): number {
    return this.cells.size;
  }

  add(changes: readonly MeasureChange[]): void {
    for (const one of changes) {
      const { cube, week, a, b, c, d, imported, count } = one;
      const id = [cube, week, a, b, c, d, imported].join('|');
      this.cells.set(id, { ...one, count: count + (this.cells.get(id)?.count ?? 0) });
    }
  }

  /** Gives what came together and forgets it; what comes to nothing is left out. */
  take(): MeasureChange[] {
    const changes = [...this.cells.values()].filter(({ count }) => count !== 0);
    this.cells.clear();
    return changes;
  }
}
