import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
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
import { OpenToAll } from '../kernel/session/caller.js';
import { Answers, Refuses } from '../kernel/system/answers.js';
import { PublishedService } from './published.service.js';

/** The published figures without a session. */
@ApiTags('public')
@OpenToAll()
@Controller('api/v1/public/monitoring')
export class PublicController {
  constructor(private readonly published: PublishedService) {}

  @Get('cubes/:cube')
  @ApiResponse({ status: 304, description: 'What the reader has is the newest' })
  @Answers(CubeAnswer, 'Published figures of a cube')
  async cube(
    @Param('cube', { schema: CubeName }) cube: CubeName,
    @Query({ schema: CubeQuery }) query: CubeQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CubeAnswer> {
    const answer = await this.published.answer(cube, query);
    // Express answers 304 by itself to who has it.
    response.setHeader('etag', `"${answer.standing.hash ?? 'none'}"`);
    return cacheable(response, answer);
  }

  @Get('epochs')
  @Answers(EpochList, 'What was published when, newest first')
  async epochs(
    @Query({ schema: EpochListQuery }) query: EpochListQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EpochList> {
    return cacheable(response, await this.published.list(query));
  }

  @Refuses('not-found')
  @Get('epochs/:epochId')
  @Answers(PublishedEpoch, 'Everything that one epoch published, for who wants to check its hash')
  async epoch(
    @Param('epochId', { schema: EpochId }) epochId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PublishedEpoch> {
    return cacheable(response, await this.published.read(epochId));
  }
}

/** Lets others keep an answer for a while; not decorated, because errors must not be kept. */
function cacheable<Body>(response: Response, body: Body): Body {
  response.setHeader('cache-control', 'public, max-age=300');
  return body;
}
