import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DifficultyTrend, DifficultyTrendQuery } from '#contracts';
import { CallerOf, type Caller } from '../session/caller.js';
import { Answers } from '../system/answers.js';
import { MonitoringService } from './monitoring.service.js';

@ApiTags('monitoring')
@Controller('api/v1/monitoring')
export class MonitoringController {
  constructor(private readonly monitoring: MonitoringService) {}

  @Get('difficulties')
  @Answers(DifficultyTrend, 'Difficulties by the quarter in which their cases were opened')
  difficulties(
    @CallerOf() caller: Caller,
    @Query({ schema: DifficultyTrendQuery }) query: DifficultyTrendQuery,
  ): Promise<DifficultyTrend> {
    return this.monitoring.difficulties(caller, query);
  }
}
