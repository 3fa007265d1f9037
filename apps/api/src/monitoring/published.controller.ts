import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  CubeAnswer,
  CubeName,
  CubeQuery,
  EpochId,
  EpochList,
  EpochListQuery,
  PublishedEpoch,
} from '#contracts/monitoring';
import { Answers, AnswersText, Refuses } from '../kernel/system/answers.js';
import { csvOf } from './csv.js';
import { PublishedService } from './published.service.js';

@ApiTags('monitoring')
@Controller('api/v1/monitoring/published')
export class PublishedController {
  constructor(private readonly published: PublishedService) {}

  // Before the cube itself, whose address is the beginning of this one.
  @Get('cubes/:cube.csv')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @AnswersText('Published figures of a cube as CSV')
  async csv(
    @Param('cube', { schema: CubeName }) cube: CubeName,
    @Query({ schema: CubeQuery }) query: CubeQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const answer = await this.published.answer(cube, query);
    response.setHeader('content-disposition', `attachment; filename="relais-${cube}.csv"`);
    return csvOf(answer);
  }

  @Get('cubes/:cube')
  @Answers(CubeAnswer, 'Published figures of a cube')
  cube(
    @Param('cube', { schema: CubeName }) cube: CubeName,
    @Query({ schema: CubeQuery }) query: CubeQuery,
  ): Promise<CubeAnswer> {
    return this.published.answer(cube, query);
  }

  @Get('epochs')
  @Answers(EpochList, 'What was published when, newest first')
  epochs(@Query({ schema: EpochListQuery }) query: EpochListQuery): Promise<EpochList> {
    return this.published.list(query);
  }

  @Refuses('not-found')
  @Get('epochs/:epochId')
  @Answers(PublishedEpoch, 'Everything that one epoch published')
  epoch(@Param('epochId', { schema: EpochId }) epochId: string): Promise<PublishedEpoch> {
    return this.published.read(epochId);
  }
}
