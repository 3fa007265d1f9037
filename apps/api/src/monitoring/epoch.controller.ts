import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EpochView } from '#contracts/monitoring';
import { KeyOf, type RequestKey } from '../kernel/commands/key.js';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, Refuses } from '../kernel/system/answers.js';
import { TakesKey } from '../kernel/system/takes.js';
import { PublishedService } from './published.service.js';

@ApiTags('monitoring')
@Needs('close-epoch')
@Controller('api/v1/monitoring/epochs')
export class EpochController {
  constructor(private readonly published: PublishedService) {}

  @Refuses('key-missing', 'closing-under-way', 'closings-spent')
  @Post()
  @HttpCode(200)
  @TakesKey()
  @Answers(EpochView, 'Closes the running epoch before its time')
  close(@CallerOf() caller: Caller, @KeyOf() key: RequestKey): Promise<EpochView> {
    return this.published.close(caller, key);
  }
}
