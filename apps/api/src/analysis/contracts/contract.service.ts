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

type Described = Omit<CatalogueEvent, 'sample'>;

/** What the events of Relais are; it holds no data but the samples, which only those see who may analyse. */
@Injectable()
export class ContractService {
  /** Made when somebody asks: it is an eighth of what a start would cost. */
  private made:
    { readonly byType: ReadonlyMap<string, CatalogueEntry>; readonly events: readonly Described[] } | undefined;

  constructor(
    private readonly samples: SampleRepository,
    private readonly installation: Installation,
  ) {}

  async read({ viewer }: Caller): Promise<CatalogueView> {
    const samples = mayDo(viewer, 'analyse');
    const { byType, events } = this.catalogue();
    const newest = samples ? await this.samples.newestOf([...byType.keys()]) : [];
    const sampleOf = new Map(newest.map((one) => [one.type, one]));
    return {
      attributes: [...contractAttributes],
      events: events.map((event) => ({ ...event, sample: sampleOf.get(event.type) ?? null })),
      samples,
    };
  }

  document(): JsonSchema {
    return asyncApi(this.installation.topicPrefix);
  }

  schemaOf(type: string): JsonSchema {
    const entry = this.catalogue().byType.get(type);
    if (entry === undefined) {
      throw new Problem('not-found');
    }
    return { $id: schemaIdOf(type), ...entry.value };
  }

  private catalogue() {
    if (this.made === undefined) {
      const entries = catalogue();
      const byType = new Map(entries.map((entry) => [entry.type, entry]));
      this.made = { byType, events: entries.map((entry) => describedIn(this.installation, entry, byType)) };
    }
    return this.made;
  }
}

function describedIn(
  { publicUrl, topicPrefix }: Installation,
  { type, stream, meaning, value }: CatalogueEntry,
  byType: ReadonlyMap<string, CatalogueEntry>,
): Described {
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
