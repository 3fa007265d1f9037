import { Injectable } from '@nestjs/common';
import type { DifficultyTrend, DifficultyTrendQuery } from '#contracts';
import { mayDo } from '#domain';
import { TrendRepository } from '#persistence';
import { badPlace } from '../problems/bad-input.js';
import { Problem } from '../problems/problem.js';
import type { Caller } from '../session/caller.js';
import { mostQuarters, quartersBetween, trendOf } from './trend.js';

/** Figures about what happens in the cases. */
@Injectable()
export class MonitoringService {
  constructor(private readonly trends: TrendRepository) {}

  async difficulties({ viewer }: Caller, query: DifficultyTrendQuery): Promise<DifficultyTrend> {
    if (!mayDo(viewer, 'read-monitoring')) {
      throw new Problem('forbidden');
    }
    const { from, to } = query;
    if (from !== undefined && to !== undefined && quartersBetween(from, to).length > mostQuarters) {
      throw badPlace('to', {
        fr: `au plus ${mostQuarters} trimestres`,
        nl: `hoogstens ${mostQuarters} kwartalen`,
        en: `at most ${mostQuarters} quarters`,
      });
    }
    return trendOf(await this.trends.findCells(query), query, mayDo(viewer, 'read-monitoring-exact'));
  }
}
