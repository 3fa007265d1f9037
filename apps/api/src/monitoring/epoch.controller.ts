import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { EpochView } from '#contracts/monitoring';
import { KeyOf, type RequestKey } from '../case/key.js';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Answers } from '../kernel/system/answers.js';
import { PublishedService } from './published.service.js';

@ApiTags('monitoring')
@Controller('api/v1/monitoring/epochs')
export class EpochController {
  constructor(private readonly published: PublishedService) {}

  @Post()
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'The same key twice is one closing' })
  @Answers(EpochView, 'Closes the running epoch before its time')
  close(@CallerOf() caller: Caller, @KeyOf() key: RequestKey): Promise<EpochView> {
    return this.published.close(caller, key);
  }
}
