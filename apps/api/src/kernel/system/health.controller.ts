import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { type HealthChecks, readinessOf, type Registry } from '#runtime';
import { OpenToAll } from '../session/caller.js';

/** What the health routes ask and answer. */
export class Vitals {
  constructor(
    readonly checks: HealthChecks,
    readonly registry: Registry,
  ) {}
}

@ApiExcludeController()
@OpenToAll()
@Controller()
export class HealthController {
  constructor(private readonly vitals: Vitals) {}

  @Get('health/live')
  live(): { ok: boolean } {
    return { ok: true };
  }

  @Get('health/ready')
  async ready(@Res() response: Response): Promise<void> {
    const readiness = await readinessOf(this.vitals.checks);
    response.status(readiness.ok ? 200 : 503).json(readiness);
  }

  @Get('metrics')
  async metrics(@Res() response: Response): Promise<void> {
    response.type(this.vitals.registry.contentType).send(await this.vitals.registry.metrics());
  }
}
