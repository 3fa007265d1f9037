import { Body, Controller, Get, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Pack, PackCheck, PackRequest } from '#contracts/monitoring';
import { Uuid } from '#contracts/kernel';
import { CallerOf, type Caller } from '../../kernel/session/caller.js';
import { Needs } from '../../kernel/session/right.guard.js';
import { Answers, Refuses } from '../../kernel/system/answers.js';
import { PackService } from './pack.service.js';

/** A pack is one page that holds all it needs. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

@ApiTags('packs')
@Needs('read-monitoring')
@Controller('api/v1/packs')
export class PackController {
  constructor(private readonly packs: PackService) {}

  @Get()
  @Answers(Pack, 'The newest plenary packs', { list: true })
  list(): Promise<Pack[]> {
    return this.packs.list();
  }

  @Needs('make-pack')
  @Refuses('nothing-published')
  @Post()
  @Answers(Pack, 'Makes the pack of a plenary from the published figures', { status: 201 })
  make(@CallerOf() caller: Caller, @Body({ schema: PackRequest }) request: PackRequest): Promise<Pack> {
    return this.packs.make(caller, request);
  }

  @Refuses('not-found')
  @Get(':packId')
  @Answers(Pack, 'A pack without its page')
  read(@Param('packId', { schema: Uuid }) packId: string): Promise<Pack> {
    return this.packs.read(packId);
  }

  @Refuses('not-found')
  @Get(':packId/check')
  @Answers(PackCheck, 'Whether a pack can still be written, byte for byte')
  check(@Param('packId', { schema: Uuid }) packId: string): Promise<PackCheck> {
    return this.packs.check(packId);
  }

  @Refuses('not-found')
  @Get(':packId/page')
  @ApiOperation({ summary: 'The page of a pack, as it was made' })
  @ApiProduces('text/html')
  async page(
    @Param('packId', { schema: Uuid }) packId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { document } = await this.packs.document(packId);
    response.setHeader('content-security-policy', policy);
    return new StreamableFile(document, { type: 'text/html; charset=utf-8' });
  }

  @Refuses('not-found', 'no-printer')
  @Get(':packId/pdf')
  @ApiOperation({ summary: 'The page of a pack as tagged PDF, where the installation has a Chromium' })
  @ApiProduces('application/pdf')
  async pdf(@Param('packId', { schema: Uuid }) packId: string): Promise<StreamableFile> {
    const { name, pdf } = await this.packs.pdf(packId);
    return new StreamableFile(pdf, { type: 'application/pdf', disposition: `inline; filename="${name}"` });
  }
}
