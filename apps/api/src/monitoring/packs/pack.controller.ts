import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Pack, PackCheck, PackRequest, WithdrawalRequest } from '#contracts/monitoring';
import { Uuid } from '#contracts/kernel';
import { languageOf } from '../../kernel/problems/language.js';
import { CallerOf, type Caller } from '../../kernel/session/caller.js';
import { Needs } from '../../kernel/session/right.guard.js';
import { Answers, Refuses } from '../../kernel/system/answers.js';
import { type OpenedPack, PackService } from './pack.service.js';

/** A pack is one page that holds all it needs. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/** A route that says of a pack which was withdrawn when and why, to a person. */
const SaysWithdrawn = () =>
  ApiResponse({
    status: 410,
    description: 'Withdrawn: a page that says when and why',
    content: { 'text/html': { schema: { type: 'string' } } },
  });

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

  @Needs('make-pack')
  @Refuses('nothing-published', 'too-many-waiting')
  @Get('preview')
  @ApiOperation({ summary: 'The page that a pack would have, made now and not kept' })
  @ApiProduces('text/html')
  async preview(
    @CallerOf() caller: Caller,
    @Query({ schema: PackRequest }) request: PackRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return send(response, await this.packs.preview(caller, request));
  }

  @Refuses('not-found')
  @Get(':packId')
  @Answers(Pack, 'A pack without its page')
  read(@Param('packId', { schema: Uuid }) packId: string): Promise<Pack> {
    return this.packs.read(packId);
  }

  @Refuses('not-found', 'forbidden')
  @Post(':packId/withdrawal')
  @HttpCode(200)
  @Answers(Pack, 'Takes the page of a pack away for good; its hash, the fact and the reason stay')
  withdraw(
    @CallerOf() caller: Caller,
    @Param('packId', { schema: Uuid }) packId: string,
    @Body({ schema: WithdrawalRequest }) request: WithdrawalRequest,
  ): Promise<Pack> {
    return this.packs.withdraw(caller, packId, request);
  }

  @Refuses('not-found', 'withdrawn', 'too-many-waiting')
  @Get(':packId/check')
  @Answers(PackCheck, 'Whether a pack can still be written, byte for byte')
  check(@CallerOf() caller: Caller, @Param('packId', { schema: Uuid }) packId: string): Promise<PackCheck> {
    return this.packs.check(caller, packId);
  }

  @Refuses('not-found')
  @Get(':packId/page')
  @ApiOperation({ summary: 'The page of a pack, as it was made' })
  @ApiProduces('text/html')
  @SaysWithdrawn()
  async page(
    @Param('packId', { schema: Uuid }) packId: string,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return send(response, await this.packs.page(packId, languageOf(language)));
  }

  @Refuses('not-found', 'no-printer', 'too-many-waiting')
  @Get(':packId/pdf')
  @ApiOperation({ summary: 'The page of a pack as tagged PDF, where the installation has a Chromium' })
  @ApiProduces('application/pdf')
  @SaysWithdrawn()
  async pdf(
    @CallerOf() caller: Caller,
    @Param('packId', { schema: Uuid }) packId: string,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return send(response, await this.packs.pdf(caller, packId, languageOf(language)));
  }
}

function send(response: Response, { status, type, content, disposition }: OpenedPack): StreamableFile {
  response.status(status).setHeader('content-security-policy', policy);
  return new StreamableFile(content, { type, ...(disposition !== undefined && { disposition }) });
}
