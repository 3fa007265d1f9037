import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { ImportBatch } from '#contracts/case';
import { importLimits } from '#contracts/case/codes';
import { Uuid } from '#contracts/kernel';
import { type Caller, CallerOf, NeedsProof } from '../../kernel/session/caller.js';
import { Needs } from '../../kernel/session/right.guard.js';
import { Answers, Refuses } from '../../kernel/system/answers.js';
import { TakesCsv } from '../../kernel/system/takes.js';
import { ImportService } from './import.service.js';

const fileDescription = `CSV or workbook (.xlsx) of closed cases, at most ${importLimits.megabytes} MB and ${importLimits.rows} rows`;

@ApiTags('imports')
@Needs('import-history')
@Controller('api/v1/imports')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @NeedsProof()
  @Refuses('import-refused', 'import-repeated', 'too-heavy', 'busy')
  @Post()
  @TakesCsv(importLimits.megabytes)
  @ApiBody({ description: fileDescription, schema: { type: 'string', format: 'binary' } })
  @Answers(ImportBatch, 'Imports closed cases from before Relais, all or nothing', { status: 201 })
  take(@CallerOf() caller: Caller, @Body() file: unknown): Promise<ImportBatch> {
    return this.imports.take(caller, file);
  }

  @Refuses('not-found')
  @Get(':batchId')
  @Answers(ImportBatch, 'An import and how many of its events are published')
  read(@Param('batchId', { schema: Uuid }) batchId: string): Promise<ImportBatch> {
    return this.imports.read(batchId);
  }
}
