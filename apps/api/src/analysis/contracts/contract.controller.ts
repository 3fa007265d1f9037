import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CatalogueView } from '#contracts/analysis';
import type { JsonSchema } from '#contracts/catalogue';
import { CallerOf, type Caller } from '../../kernel/session/caller.js';
import { Needs } from '../../kernel/session/right.guard.js';
import { Answers } from '../../kernel/system/answers.js';
import { ContractService } from './contract.service.js';

const Document = z.record(z.string(), z.unknown());

@ApiTags('contracts')
@Needs('read-contracts')
@Controller('api/v1/contracts')
export class ContractController {
  constructor(private readonly contracts: ContractService) {}

  @Get()
  @Answers(CatalogueView, 'Every type of event: its fields, what they mean and can tell, what changed, and a sample')
  read(@CallerOf() caller: Caller): Promise<CatalogueView> {
    return this.contracts.read(caller);
  }

  @Get('asyncapi.json')
  @Answers(Document, 'The topics of this installation as an AsyncAPI 3 document')
  document(): JsonSchema {
    return this.contracts.document();
  }
}
