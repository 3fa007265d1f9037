import type { FeedRow } from '#persistence/kernel';

/** A feed of changes in memory. */
export class FakeFeed {
  generation = '7';
  rows: FeedRow[] = [];
  onRead: () => void = () => undefined;

  async getEnds() {
    return {
      generation: this.generation,
      oldest: this.rows[0]?.position ?? 0,
      newest: this.rows.at(-1)?.position ?? 0,
    };
  }

  async findBetween(after: number, upTo: number, _scope: unknown, limit: number) {
    const found = this.rows.filter((row) => row.position > after && row.position <= upTo).slice(0, limit);
    this.onRead();
    return found;
  }

  async findLast(upTo: number) {
    return this.rows.findLast((row) => row.position <= upTo)?.position ?? 0;
  }

  async readAfter(position: number, limit: number) {
    const rows = this.rows.filter((row) => row.position > position).slice(0, limit);
    const { generation, newest } = await this.getEnds();
    return { generation, newest, rows };
  }
}
