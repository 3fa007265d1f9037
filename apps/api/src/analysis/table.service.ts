import { Injectable } from '@nestjs/common';
import { runSeconds, tables } from '#archive';
import type { TableView } from '#contracts/analysis';
import { QueryDesk } from './query-desk.js';

const sampleAge = 60_000;
/** Samples are nobody’s; no person has such an id. */
const ownName = '';

type Samples = ReadonlyMap<string, readonly unknown[]>;

/** The tables of the workbench in words, each with a real row. */
@Injectable()
export class TableService {
  private known: { readonly at: number; readonly samples: Promise<Samples> } | undefined;

  constructor(private readonly desk: QueryDesk) {}

  async list(): Promise<TableView[]> {
    const samples = await this.samples();
    return tables.map(({ name, meaning, columns }) => ({
      name,
      meaning,
      columns: [...columns],
      sample: [...(samples.get(name) ?? [])].length === 0 ? null : [...(samples.get(name) ?? [])],
    }));
  }

  /** Rows are looked up once a minute at most. */
  private async samples(): Promise<Samples> {
    if (this.known === undefined || Date.now() - this.known.at > sampleAge) {
      this.known = { at: Date.now(), samples: this.look() };
    }
    return this.known.samples;
  }

  private async look(): Promise<Samples> {
    const sql = tables
      .map(({ name, columns }) => {
        const values = columns.map((one) => `to_json("${one.name}")`).join(', ');
        return `SELECT '${name}' AS name, json_array(${values}) AS sample FROM (SELECT * FROM ${name} LIMIT 1)`;
      })
      .join(' UNION ALL ');
    const into = { kind: 'rows', rows: tables.length, bytes: 1_000_000 } as const;
    const samples = new Map<string, readonly unknown[]>();
    for await (const message of this.desk.run(
      { sql, parameters: {}, into },
      { person: ownName, seconds: runSeconds },
    )) {
      for (const [name, sample] of message.kind === 'rows' ? message.rows : []) {
        samples.set(String(name), sample as readonly unknown[]);
      }
      if (message.kind === 'fault') {
        this.known = undefined;
      }
    }
    return samples;
  }
}
