import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { JsonSchema } from '#contracts/catalogue';
import { OpenToAll } from '../../kernel/session/caller.js';
import { Answers, Refuses } from '../../kernel/system/answers.js';
import { ContractService } from './contract.service.js';

const Document = z.record(z.string(), z.unknown());

/** The addresses that events name as their `dataschema`. */
@ApiTags('contracts')
@OpenToAll()
@Controller('schemas')
export class SchemaController {
  constructor(private readonly contracts: ContractService) {}

  @Refuses('not-found')
  @Get(':type')
  @ApiProduces('application/schema+json')
  @Answers(Document, 'JSON Schema (draft 7) of the value of a type of event, such as relais.case.opened.v1')
  read(@Param('type') type: string, @Res({ passthrough: true }) response: Response): JsonSchema {
    const schema = this.contracts.schemaOf(type);
    response.type('application/schema+json').setHeader('cache-control', 'public, max-age=3600');
    return schema;
  }
}
