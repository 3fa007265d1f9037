import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { ImportBatch } from '#contracts/case';
import { Uuid } from '#contracts/kernel';
import { CallerOf, type Caller } from '../../kernel/session/caller.js';
import { Answers } from '../../kernel/system/answers.js';
import { ImportService } from './import.service.js';

@ApiTags('imports')
@Controller('api/v1/imports')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Post()
  @ApiConsumes('text/csv')
  @ApiBody({ description: 'CSV in UTF-8 of closed cases, at most 20 MB', schema: { type: 'string', format: 'binary' } })
  @Answers(ImportBatch, 'Imports closed cases from before Relais, all or nothing', { status: 201 })
  take(@CallerOf() caller: Caller, @Body() file: unknown): Promise<ImportBatch> {
    return this.imports.take(caller, file);
  }

  @Get(':batchId')
  @Answers(ImportBatch, 'An import and how many of its events are published')
  read(@CallerOf() caller: Caller, @Param('batchId', { schema: Uuid }) batchId: string): Promise<ImportBatch> {
    return this.imports.read(caller, batchId);
  }
}
