import { Body, Controller, Get, Header, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OwnData, OwnDataRequest } from '#contracts/people';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Answers, AnswersNothing, Refuses } from '../kernel/system/answers.js';
import { OwnDataService } from './own-data.service.js';

@ApiTags('session')
@Controller('api/v1/own-data')
export class OwnDataController {
  constructor(private readonly data: OwnDataService) {}

  @Refuses('not-found')
  @Get()
  @Header('content-disposition', 'attachment; filename="relais.json"')
  @Answers(OwnData, 'Everything that is kept about the caller as a person')
  read(@CallerOf() caller: Caller): Promise<OwnData> {
    return this.data.read(caller);
  }

  @Put()
  @AnswersNothing('Corrects the caller’s name and language')
  correct(@CallerOf() caller: Caller, @Body({ schema: OwnDataRequest }) body: OwnDataRequest): Promise<void> {
    return this.data.correct(caller, body);
  }
}
