import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Backlog, CubeQuery, ExactAnswer, ExactCubeName } from '#contracts/monitoring';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers } from '../kernel/system/answers.js';
import { ExactService } from './exact.service.js';

@ApiTags('monitoring')
@Needs(['read-monitoring-exact', 'read-own-figures'], 'exact-figures')
@Controller('api/v1/monitoring/exact')
export class ExactController {
  constructor(private readonly exact: ExactService) {}

  @Get('cubes/:cube')
  @Answers(ExactAnswer, 'Exact sums of the cells of a cube, live')
  cube(
    @CallerOf() caller: Caller,
    @Param('cube', { schema: ExactCubeName }) cube: ExactCubeName,
    @Query({ schema: CubeQuery }) query: CubeQuery,
  ): Promise<ExactAnswer> {
    return this.exact.cube(caller, cube, query);
  }

  @Get('backlog')
  @Answers(Backlog, 'What lies with each service now')
  backlog(@CallerOf() caller: Caller): Promise<Backlog> {
    return this.exact.backlog(caller);
  }
}
