import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type HealthChecks, readinessOf, type Registry } from '#runtime';
import { Problem } from '../problems/problem.js';
import { OpenToAll } from '../session/caller.js';

/** What the health routes ask and answer. */
export class Vitals {
  constructor(
    readonly checks: HealthChecks,
    readonly registry: Registry,
  ) {}
}

/** Headers with which a proxy says that it stands between. */
const ofProxies = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

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

  /** For a scraper inside only: some of it moves with every case. */
  @Get('metrics')
  async metrics(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (ofProxies.some((name) => request.headers[name] !== undefined)) {
      throw new Problem('not-found');
    }
    response.type(this.vitals.registry.contentType).send(await this.vitals.registry.metrics());
  }
}
