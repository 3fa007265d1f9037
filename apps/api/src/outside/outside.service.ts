import { Injectable } from '@nestjs/common';
import { region } from '#contracts/kernel/codes';
import {
  type BusinessCounts,
  type ReadingQuery,
  type Series,
  type SeriesQuery,
  type SeriesReading,
  SeriesRequest,
  type SeriesView,
} from '#contracts/outside';
import { OutsideRepository } from '#persistence/outside';
import { Aside } from '#runtime';
import { badPlace } from '../kernel/problems/bad-input.js';
import { refuseIdentifiers } from '../kernel/problems/identifiers.js';
import { inputOf } from '../kernel/problems/input.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { pathOf } from './fault.js';
import { sentenceOf } from './faults.js';
import { type Look, lookingAtSeries, type SeriesFile, takingSeries } from './series-file.js';

/** The parts of an import as they arrive. */
export type Upload = { readonly series?: unknown; readonly file: Buffer | undefined };

function refuse({ faults }: Pick<Look, 'faults'>): void {
  if (faults.length > 0) {
    throw new Problem('series-refused', {
      params: { count: faults.length },
      objections: faults.map((fault) => ({ path: pathOf(fault.at), text: (language) => sentenceOf(fault, language) })),
    });
  }
}

/** What a thread is asked to read. */
function fileOf(file: Buffer | undefined, { where = [], answer = [] }: ReadingQuery): SeriesFile {
  if (file === undefined) {
    throw badPlace('file', { fr: 'le fichier manque', nl: 'het bestand ontbreekt', en: 'the file is missing' });
  }
  return { file, where: [where].flat(), answers: [answer].flat() };
}

async function requestOf(series: unknown): Promise<SeriesRequest> {
  let given: unknown;
  try {
    given = JSON.parse(String(series));
  } catch {
    throw badPlace('series', {
      fr: 'la description de la série, en JSON, manque',
      nl: 'de beschrijving van de reeks, in JSON, ontbreekt',
      en: 'the description of the series, as JSON, is missing',
    });
  }
  return (await inputOf(SeriesRequest, given, { root: 'series' })) as SeriesRequest;
}

/** Public series of others, shown beside the platform's own figures. */
@Injectable()
export class OutsideService {
  constructor(
    private readonly outside: OutsideRepository,
    private readonly aside: Aside,
  ) {}

  async list(): Promise<Series[]> {
    return this.outside.findAll();
  }

  /** How many businesses each municipality has; nothing while no series counts them. */
  async businesses(): Promise<BusinessCounts> {
    return this.outside.findBusinesses();
  }

  /** A series in one place; the region's values are sums over its municipalities when it has none and they add up. */
  async view(seriesId: string, query: SeriesQuery): Promise<SeriesView> {
    const municipality = query.municipality ?? null;
    if (municipality !== null && !Object.hasOwn(region.municipalities, municipality)) {
      throw badPlace('municipality', {
        fr: 'code NIS inconnu dans la région',
        nl: 'NIS-code onbekend in het gewest',
        en: 'NIS code unknown in the region',
      });
    }
    const series = await this.outside.findSeries(seriesId);
    if (series === undefined) {
      throw new Problem('not-found');
    }
    const summed = municipality === null && !series.wholeRegion && series.adds;
    const [told, flags, earlier] = await Promise.all([
      summed
        ? this.outside.findSums(seriesId)
        : this.outside.findValues(seriesId, municipality).then((values) => ({ values, withoutSum: [] })),
      this.outside.findFlags(seriesId, summed ? 'summed' : { municipality }),
      this.outside.findEarlier(seriesId),
    ]);
    return { series, municipality, summed, ...told, flags, earlier };
  }

  /** What a file holds; stores nothing. */
  async look({ viewer }: Caller, file: Buffer | undefined, query: ReadingQuery): Promise<SeriesReading> {
    const look = await this.aside.run(lookingAtSeries, fileOf(file, query), viewer.personId);
    if (look.choices.length === 0 && look.questions.every(({ answer }) => answer !== null)) {
      refuse(look);
    }
    return look;
  }

  /** Stores the series of a file in place of the one of that id, all or nothing. */
  async take({ viewer }: Caller, { series, file }: Upload, query: ReadingQuery): Promise<Series> {
    const about = await requestOf(series);
    const { where, answers, ...bytes } = fileOf(file, query);
    refuseIdentifiers('POST /api/v1/outside/series', {
      series: about,
      'query:where': where,
      'query:answer': answers,
    });
    const taken = await this.aside.run(takingSeries, { ...bytes, where, answers }, viewer.personId);
    refuse(taken);
    const { grain, points } = taken;
    if (grain === null) {
      throw new Error('a reading without faults has a grain');
    }
    const recipe = { where: [...where], answers: [...taken.answers] };
    await this.outside.store({ about, grain, points, importedBy: viewer.personId, demonstration: false, recipe });
    return (await this.view(about.seriesId, {})).series;
  }

  async remove(seriesId: string): Promise<void> {
    if (!(await this.outside.remove(seriesId))) {
      throw new Problem('not-found');
    }
  }
}
