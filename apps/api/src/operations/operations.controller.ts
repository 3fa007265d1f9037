import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OperationsView, RedriveAnswer, RedriveRequest } from '#contracts/operations';
import { Uuid } from '#contracts/kernel';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, Refuses } from '../kernel/system/answers.js';
import { OperationsService } from './operations.service.js';

@ApiTags('operations')
@Needs('operate')
@Controller('api/v1/operations')
export class OperationsController {
  constructor(private readonly operations: OperationsService) {}

  @Get()
  @Answers(OperationsView, 'Whether all is well, what is wrong, and the figures behind it')
  read(): Promise<OperationsView> {
    return this.operations.read();
  }

  @Refuses('not-found', 'still-broken')
  @Post('dead-letters/:deadLetterId/redrive')
  @HttpCode(200)
  @Answers(OperationsView, 'Drives a record again that could not be applied')
  redrive(@Param('deadLetterId', { schema: Uuid }) deadLetterId: string): Promise<OperationsView> {
    return this.operations.redrive(deadLetterId);
  }

  @Post('dead-letters/redrive')
  @HttpCode(200)
  @Answers(RedriveAnswer, 'Drives all records again that could not be applied for one reason')
  redriveAll(@Body({ schema: RedriveRequest }) { reason }: RedriveRequest): Promise<RedriveAnswer> {
    return this.operations.redriveAll(reason);
  }
}
