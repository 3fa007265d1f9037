import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { CaseList, CaseListQuery, CaseView, Timeline } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { type KnownCase, maySeeCase, summaryOf } from '#domain/case';
import { CaseReadRepository } from '#persistence/case';
import { CaseClient, CaseRefused } from '#temporal';
import { badCursor } from '../kernel/problems/bad-input.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { scopeOf } from '../kernel/session/scope.js';
import { CasePresenter } from './case.presenter.js';

/** How often, and how far apart in milliseconds, the projector is looked for. */
const projectionAttempts = 20;
const projectionPause = 50;

/** Reads cases. */
@Injectable()
export class CaseService {
  constructor(
    private readonly cases: CaseReadRepository,
    private readonly client: CaseClient,
    private readonly presenter: CasePresenter,
  ) {}

  /** One case; a case that is not visible is as if it were not there. */
  async read(caller: Caller, caseId: string): Promise<CaseView> {
    return this.presenter.viewOf(await this.getVisible(caller, caseId), caller.viewer);
  }

  /** The events of a case before a sequence, for who may see the case. */
  async readTimeline(caller: Caller, caseId: string, before: number): Promise<Timeline> {
    return this.presenter.timelineOf(await this.getVisible(caller, caseId), before);
  }

  async list({ viewer }: Caller, query: CaseListQuery): Promise<CaseList> {
    const page = await this.cases.findPage(scopeOf(viewer), query);
    if (page === undefined) {
      throw badCursor();
    }
    return { cases: page.states.map(summaryOf), nextCursor: page.nextCursor, total: page.total };
  }

  private async getVisible({ viewer }: Caller, caseId: string): Promise<KnownCase> {
    const state = (await this.cases.findState(caseId)) ?? (await this.findFresh(caseId, viewer));
    if (state === undefined || !maySeeCase(state, viewer)) {
      throw new Problem('case-not-found');
    }
    return state;
  }

  /**
   * A case that was opened so lately that the projector has not seen it. Its timeline comes with the projector, which is
   * waited for a moment; while Kafka is away the case shows without.
   */
  private async findFresh(caseId: string, viewer: Viewer): Promise<KnownCase | undefined> {
    const state = await this.askWorkflow(caseId);
    // Nobody else waits, so that the time of an answer does not tell that there is a case.
    if (state === undefined || !maySeeCase(state, viewer)) {
      return undefined;
    }
    for (let attempt = 0; attempt < projectionAttempts; attempt += 1) {
      const projected = await this.cases.findState(caseId);
      if (projected !== undefined) {
        return projected;
      }
      await delay(projectionPause);
    }
    return state;
  }

  private async askWorkflow(caseId: string): Promise<KnownCase | undefined> {
    try {
      const state = await this.client.state(caseId);
      return state.phase === 'unopened' ? undefined : state;
    } catch (error) {
      if (error instanceof CaseRefused) {
        return undefined;
      }
      throw error;
    }
  }
}
