import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  PinRequest,
  SharedFigure,
  SharedFigureAnswer,
  SharedFigureRequest,
  WithdrawalRequest,
} from '#contracts/monitoring';
import { Uuid } from '#contracts/kernel';
import { OpenToAll, type Caller } from '../../kernel/session/caller.js';
import { Needs } from '../../kernel/session/right.guard.js';
import { CallerOf } from '../../kernel/session/caller.js';
import { Answers, AnswersNothing, Refuses } from '../../kernel/system/answers.js';
import { SharedFigureService } from './shared-figure.service.js';

const figureId = { schema: Uuid };

@ApiTags('shared figures')
@Controller('api/v1')
export class SharedFigureController {
  constructor(private readonly figures: SharedFigureService) {}

  @Needs('read-monitoring')
  @Get('shared-figures')
  @Answers(SharedFigure, 'Figures that analysts shared, newest first', { list: true })
  list(): Promise<SharedFigure[]> {
    return this.figures.list();
  }

  @Needs('analyse')
  @Refuses('identifier-found')
  @Post('shared-figures')
  @Answers(SharedFigure, 'Shares a published figure with everybody', { status: 201 })
  share(
    @CallerOf() caller: Caller,
    @Body({ schema: SharedFigureRequest }) request: SharedFigureRequest,
  ): Promise<SharedFigure> {
    return this.figures.share(caller, request);
  }

  @Needs('analyse')
  @Refuses('not-found')
  @Put('shared-figures/:figureId/pinned')
  @Answers(SharedFigure, 'Puts a figure into the packs of plenaries that are made from now on, or leaves it out')
  pin(
    @Param('figureId', figureId) id: string,
    @Body({ schema: PinRequest }) { pinned }: PinRequest,
  ): Promise<SharedFigure> {
    return this.figures.pin(id, pinned);
  }

  @Needs('analyse')
  @Refuses('not-found', 'forbidden')
  @Delete('shared-figures/:figureId')
  @AnswersNothing('Takes a figure back: its address shows nothing any more; packs keep it')
  remove(@CallerOf() caller: Caller, @Param('figureId', figureId) id: string): Promise<void> {
    return this.figures.remove(caller, id);
  }

  @Needs('read-monitoring')
  @Refuses('not-found', 'forbidden')
  @Post('shared-figures/:figureId/withdrawal')
  @HttpCode(200)
  @Answers(
    SharedFigure,
    'Takes the remark of a figure away for good, with the packs that show it; the fact and the reason stay',
  )
  withdraw(
    @CallerOf() caller: Caller,
    @Param('figureId', figureId) id: string,
    @Body({ schema: WithdrawalRequest }) request: WithdrawalRequest,
  ): Promise<SharedFigure> {
    return this.figures.withdraw(caller, id, request);
  }

  @Refuses('not-found')
  @Get('public/figures/:figureId')
  @OpenToAll()
  @Answers(SharedFigureAnswer, 'A shared figure with the published numbers of now')
  read(@Param('figureId', figureId) id: string): Promise<SharedFigureAnswer> {
    return this.figures.read(id);
  }
}
