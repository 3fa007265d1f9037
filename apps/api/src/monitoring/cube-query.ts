import { ServiceId } from '#contracts/kernel';
import type { Text } from '#contracts/kernel/codes';
import type { CubeQuery } from '#contracts/monitoring';
import {
  dimensions,
  dimensionsOf,
  type CubeName,
  type Dimension,
  type ExactCubeName,
  type ExactDimension,
} from '#contracts/monitoring/codes';
import { isWeek } from '#domain/calendar';
import { badPlace } from '../kernel/problems/bad-input.js';

/** A question to a cube, checked; `where` keeps cells with one of the codes of each dimension. */
export type CubeRequest<Asked extends ExactDimension = Dimension> = {
  readonly by: Asked[];
  readonly where: ReadonlyMap<Asked, readonly string[]>;
  readonly from?: string;
  readonly to?: string;
  readonly grain: CubeQuery['grain'];
};

/** More dimensions than this are not broken down at once. */
const mostBy = 2;

/**
 * Reads the question that a query asks of a cube.
 * @throws Problem `bad-input` naming the parameter that is at fault
 */
export function readCubeQuery(cube: CubeName, query: CubeQuery): CubeRequest;
export function readCubeQuery(cube: ExactCubeName, query: CubeQuery): CubeRequest<ExactDimension>;
export function readCubeQuery(cube: ExactCubeName, query: CubeQuery): CubeRequest<ExactDimension> {
  const { from, to, grain } = query;
  checkWeeks(from, to);
  return {
    by: readBy(cube, query.by),
    where: readWhere(cube, query.where),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    grain,
  };
}

function checkWeeks(from: string | undefined, to: string | undefined): void {
  for (const [path, week] of Object.entries({ from, to })) {
    if (week !== undefined && !isWeek(week)) {
      throw badPlace(path, {
        fr: `${week} n’existe pas`,
        nl: `${week} bestaat niet`,
        en: `${week} does not exist`,
      });
    }
  }
  if (from !== undefined && to !== undefined && from > to) {
    throw badPlace('to', {
      fr: `la dernière semaine (${to}) précède la première (${from})`,
      nl: `de laatste week (${to}) komt voor de eerste (${from})`,
      en: `the last week (${to}) is before the first (${from})`,
    });
  }
}

function readBy(cube: ExactCubeName, text: string | undefined): ExactDimension[] {
  const by = text === undefined || text === '' ? [] : text.split(',').map((one) => readDimension(cube, 'by', one));
  if (by.length > mostBy) {
    throw badPlace('by', {
      fr: `au plus ${mostBy} dimensions à la fois`,
      nl: `hoogstens ${mostBy} dimensies tegelijk`,
      en: `at most ${mostBy} dimensions at once`,
    });
  }
  refuseTwice('by', by);
  return by;
}

function readWhere(cube: ExactCubeName, query: CubeQuery['where']): ReadonlyMap<ExactDimension, readonly string[]> {
  const filters = [query ?? []].flat().map((text) => {
    const [name = '', ...rest] = text.split(':');
    const dimension = readDimension(cube, 'where', name);
    return [dimension, readCodes(dimension, rest.join(':'))] as const;
  });
  refuseTwice(
    'where',
    filters.map(([dimension]) => dimension),
  );
  return new Map(filters);
}

function readDimension(cube: ExactCubeName, path: string, name: string): ExactDimension {
  const known = dimensionsOf(cube);
  const found = known.find((one) => one === name);
  if (found !== undefined) {
    return found;
  }
  const offered = known.join(', ');
  const isOfAnother = Object.hasOwn(dimensions, name) || name === 'service';
  throw badPlace(
    path,
    isOfAnother
      ? {
          fr: `le cube « ${cube} » n’a pas la dimension « ${name} » ; il a : ${offered}`,
          nl: `de kubus “${cube}” heeft geen dimensie “${name}”; hij heeft: ${offered}`,
          en: `the cube “${cube}” does not have the dimension “${name}”; it has: ${offered}`,
        }
      : {
          fr: `dimension inconnue « ${name} » ; ce cube a : ${offered}`,
          nl: `onbekende dimensie “${name}”; deze kubus heeft: ${offered}`,
          en: `unknown dimension “${name}”; this cube has: ${offered}`,
        },
  );
}

function readCodes(dimension: ExactDimension, text: string): string[] {
  const codes = text.split(',');
  const wrong = codes.find((code) => !isCode(dimension, code));
  if (wrong === undefined) {
    return [...new Set(codes)];
  }
  throw badPlace('where', unknownCode(dimension, wrong));
}

function isCode(dimension: ExactDimension, code: string): boolean {
  return dimension === 'service' ? ServiceId.safeParse(code).success : Object.hasOwn(dimensions[dimension], code);
}

function unknownCode(dimension: ExactDimension, code: string): Text {
  return {
    fr: `« ${code} » n’est pas un code de « ${dimension} » ; écrivez ${dimension}:code,code`,
    nl: `“${code}” is geen code van “${dimension}”; schrijf ${dimension}:code,code`,
    en: `“${code}” is not a code of “${dimension}”; write ${dimension}:code,code`,
  };
}

function refuseTwice(path: string, names: readonly ExactDimension[]): void {
  const twice = names.find((name, place) => names.indexOf(name) < place);
  if (twice !== undefined) {
    throw badPlace(path, {
      fr: `la dimension « ${twice} » est donnée deux fois`,
      nl: `de dimensie “${twice}” staat er twee keer`,
      en: `the dimension “${twice}” is given twice`,
    });
  }
}
