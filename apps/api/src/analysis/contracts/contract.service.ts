import { Injectable } from '@nestjs/common';
import type { CatalogueEvent, CatalogueView } from '#contracts/analysis';
import {
  asyncApi,
  catalogue,
  type CatalogueEntry,
  changesSince,
  contractAttributes,
  fieldsOf,
  type JsonSchema,
  releasedSchemas,
  schemaIdOf,
  schemaUrlOf,
  typeBefore,
  versionOf,
} from '#contracts/catalogue';
import { mayDo } from '#domain/people';
import { SampleRepository } from '#persistence/analysis';
import { Problem } from '../../kernel/problems/problem.js';
import type { Caller } from '../../kernel/session/caller.js';
import { Installation } from '../../kernel/system/installation.js';

const entries = catalogue();
const byType: ReadonlyMap<string, CatalogueEntry> = new Map(entries.map((entry) => [entry.type, entry]));

/** What the events of Relais are; it holds no data but the samples, which only those see who may analyse. */
@Injectable()
export class ContractService {
  private readonly events: readonly Omit<CatalogueEvent, 'sample'>[];

  constructor(
    private readonly samples: SampleRepository,
    private readonly installation: Installation,
  ) {
    this.events = entries.map((entry) => describedIn(installation, entry));
  }

  async read({ viewer }: Caller): Promise<CatalogueView> {
    const samples = mayDo(viewer, 'analyse');
    const newest = samples ? await this.samples.newestOf([...byType.keys()]) : [];
    const sampleOf = new Map(newest.map((one) => [one.type, one]));
    return {
      attributes: [...contractAttributes],
      events: this.events.map((event) => ({ ...event, sample: sampleOf.get(event.type) ?? null })),
      samples,
    };
  }

  document(): JsonSchema {
    return asyncApi(this.installation.topicPrefix);
  }

  schemaOf(type: string): JsonSchema {
    const entry = byType.get(type);
    if (entry === undefined) {
      throw new Problem('not-found');
    }
    return { $id: schemaIdOf(type), ...entry.value };
  }
}

function describedIn(
  { publicUrl, topicPrefix }: Installation,
  { type, stream, meaning, value }: CatalogueEntry,
): Omit<CatalogueEvent, 'sample'> {
  const before = typeBefore(type);
  const former = before === undefined ? undefined : byType.get(before)?.value;
  return {
    type,
    stream,
    topic: `${topicPrefix}.${stream}.v1`,
    version: versionOf(type),
    meaning,
    fields: fieldsOf(value),
    changes: [
      ...changesSince('released', releasedSchemas[type], value),
      ...(before === undefined || former === undefined ? [] : changesSince(before, former, value)),
    ],
    schemaUrl: schemaUrlOf(publicUrl, type),
  };
}
