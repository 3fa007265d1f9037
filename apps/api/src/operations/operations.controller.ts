import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { OperationsView } from '#contracts';
import { CallerOf, type Caller } from '../session/caller.js';
import { Answers } from '../system/answers.js';
import { OperationsService } from './operations.service.js';

@ApiTags('operations')
@Controller('api/v1/operations')
export class OperationsController {
  constructor(private readonly operations: OperationsService) {}

  @Get()
  @Answers(OperationsView, 'Dead letters, parked cases, positions and what waits to be published')
  read(@CallerOf() caller: Caller): Promise<OperationsView> {
    return this.operations.read(caller);
  }

  @Post('dead-letters/:deadLetterId/redrive')
  @HttpCode(200)
  @Answers(OperationsView, 'Drives a record again that could not be applied')
  redrive(
    @CallerOf() caller: Caller,
    @Param('deadLetterId', { schema: z.uuid() }) deadLetterId: string,
  ): Promise<OperationsView> {
    return this.operations.redrive(caller, deadLetterId);
  }
}
