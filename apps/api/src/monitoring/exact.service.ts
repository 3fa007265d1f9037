import { Injectable } from '@nestjs/common';
import { region } from '#contracts/kernel/codes';
import { type Backlog, type CubeQuery, ExactAnswer } from '#contracts/monitoring';
import { dimensionsOf, serviceCubeNames, type ExactCubeName, type ExactDimension } from '#contracts/monitoring/codes';
import { weekOf } from '#domain/calendar';
import { mayDo, servicesOf } from '#domain/people';
import { type Measured, MeasureRepository } from '#persistence/monitoring';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { type CubeRequest, readCubeQuery } from './cube-query.js';
import { foldPeriods, type WeekSpan } from './periods.js';

/** Exact and live figures, for those who may read the cases behind them anyway. */
@Injectable()
export class ExactService {
  constructor(private readonly measures: MeasureRepository) {}

  async cube(caller: Caller, cube: ExactCubeName, query: CubeQuery): Promise<ExactAnswer> {
    const own = ownServices(caller);
    if (own !== undefined && !serviceCubeNames.some((one) => one === cube)) {
      throw new Problem('exact-figures');
    }
    const request = readCubeQuery(cube, query);
    const where = own === undefined ? request.where : limitedTo(own, request.where);
    const places = dimensionsOf(cube);
    const measured = await this.measures.measure({
      cube,
      by: request.by.map((one) => places.indexOf(one)),
      where: [...where].map(([dimension, codes]) => ({ place: places.indexOf(dimension), codes })),
      from: request.from,
      to: request.to,
    });
    const covered = coveredBy(measured);
    return {
      cube,
      by: request.by,
      ...foldPeriods(measured.rows, request.grain, spanOf(covered, request)),
      standing: {
        tier: 'exact',
        base: 1,
        first: covered?.first ?? null,
        last: covered?.last ?? null,
        history: measured.history,
        asOf: measured.asOf,
        epoch: null,
        hash: null,
      },
    };
  }

  async backlog(caller: Caller): Promise<Backlog> {
    return this.measures.backlog(ownServices(caller));
  }
}

/** The services whose figures a person may read; undefined for those who may read all. Others do not come so far. */
function ownServices({ viewer }: Caller): readonly string[] | undefined {
  return mayDo(viewer, 'read-monitoring-exact') ? undefined : servicesOf(viewer);
}

type Where = CubeRequest<ExactDimension>['where'];

function limitedTo(own: readonly string[], where: Where): Where {
  const asked = where.get('service') ?? own;
  if (asked.some((serviceId) => !own.includes(serviceId))) {
    throw new Problem('exact-figures');
  }
  return new Map([...where, ['service', asked]]);
}

/** Live figures reach to this week, also when nothing happened in it. */
function coveredBy({ first, last, asOf }: Measured): WeekSpan | undefined {
  if (first === null || last === null) {
    return undefined;
  }
  const thisWeek = weekOf(asOf, region.calendar);
  return { first, last: last > thisWeek ? last : thisWeek };
}

function spanOf(covered: WeekSpan | undefined, { from, to }: CubeRequest<ExactDimension>): WeekSpan | undefined {
  return (
    covered && {
      first: from !== undefined && from > covered.first ? from : covered.first,
      last: to !== undefined && to < covered.last ? to : covered.last,
    }
  );
}
