import { Injectable } from '@nestjs/common';
import { region } from '#contracts/kernel/codes';
import {
  type ReadingQuery,
  type Series,
  type SeriesQuery,
  type SeriesReading,
  SeriesRequest,
  type SeriesView,
} from '#contracts/outside';
import { OutsideRepository } from '#persistence/outside';
import { badPlace } from '../kernel/problems/bad-input.js';
import { refuseIdentifiers } from '../kernel/problems/identifiers.js';
import { inputOf } from '../kernel/problems/input.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { pathOf, sentenceOf } from './faults.js';
import { type FileReading, readStatistics } from './formats/index.js';

/** The parts of an import as they arrive. */
export type Upload = { readonly series?: unknown; readonly file: Buffer | undefined };

const sampleSize = 5;

function refuse({ faults }: FileReading): void {
  if (faults.length > 0) {
    throw new Problem('series-refused', {
      params: { count: faults.length },
      objections: faults.map((fault) => ({ path: pathOf(fault.at), text: (language) => sentenceOf(fault, language) })),
    });
  }
}

function read(file: Buffer | undefined, { where = [] }: ReadingQuery): FileReading {
  if (file === undefined) {
    throw badPlace('file', { fr: 'le fichier manque', nl: 'het bestand ontbreekt', en: 'the file is missing' });
  }
  return readStatistics(file, typeof where === 'string' ? [where] : where);
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
  constructor(private readonly outside: OutsideRepository) {}

  async list(): Promise<Series[]> {
    return this.outside.findAll();
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
    const [values, earlier] = await Promise.all([
      summed ? this.outside.findSums(seriesId) : this.outside.findValues(seriesId, municipality),
      this.outside.findEarlier(seriesId),
    ]);
    return { series, municipality, summed, values, earlier };
  }

  /** What a file holds; stores nothing. */
  async look(file: Buffer | undefined, query: ReadingQuery): Promise<SeriesReading> {
    const reading = read(file, query);
    const { points, faults: _, ...about } = reading;
    if (about.choices.length === 0) {
      refuse(reading);
    }
    const places = new Set(points.flatMap((one) => one.municipality ?? []));
    return {
      ...about,
      first: points[0]?.period ?? null,
      last: points.at(-1)?.period ?? null,
      places: [...places].sort(),
      wholeRegion: points.some((one) => one.municipality === null),
      points: points.length,
      sample: points.slice(0, sampleSize),
    };
  }

  /** Stores the series of a file in place of the one of that id, all or nothing. */
  async take(caller: Caller, { series, file }: Upload, query: ReadingQuery): Promise<Series> {
    const about = await requestOf(series);
    refuseIdentifiers('POST /api/v1/outside/series', { series: about });
    const reading = read(file, query);
    refuse(reading);
    const { grain, points } = reading;
    if (grain === null) {
      throw new Error('a reading without faults has a grain');
    }
    await this.outside.store({ about, grain, points, importedBy: caller.viewer.personId, demonstration: false });
    return (await this.view(about.seriesId, {})).series;
  }

  async remove(seriesId: string): Promise<void> {
    if (!(await this.outside.remove(seriesId))) {
      throw new Problem('not-found');
    }
  }
}
