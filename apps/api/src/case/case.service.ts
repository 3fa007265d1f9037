import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { CaseList, CaseListQuery, CaseView, Timeline } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { type KnownCase, maySeeCase, seenInNameOf, summaryFor } from '#domain/case';
import { CaseReadRepository } from '#persistence/case';
import { AuditTrail } from '#persistence/people';
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
    private readonly trail: AuditTrail,
  ) {}

  /**
   * One case, not older than a sequence that the asker has seen; a case that is not visible is as if it were not there.
   * @throws EngineAway when the projector is behind that sequence and the case's workflow cannot be asked
   */
  async read(caller: Caller, caseId: string, atLeast = 1): Promise<CaseView> {
    return this.presenter.viewOf(await this.getVisible(caller, caseId, atLeast), caller.viewer);
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
    return {
      cases: page.states.map((state) => summaryFor(state, viewer)),
      nextCursor: page.nextCursor,
      total: page.total,
    };
  }

  private async getVisible({ viewer }: Caller, caseId: string, atLeast = 1): Promise<KnownCase> {
    const projected = await this.cases.findState(caseId);
    const state =
      projected !== undefined && projected.sequence >= atLeast
        ? projected
        : ((await this.findFresh(caseId, viewer, atLeast)) ?? projected);
    if (state === undefined || !maySeeCase(state, viewer)) {
      throw new Problem('case-not-found');
    }
    await this.trail.noteSeen(viewer.personId, caseId, seenInNameOf(state, viewer));
    return state;
  }

  /**
   * A case of which the projector has not seen what the asker has. Its workflow knows; its timeline comes with the projector, which is
   * waited for a moment. While Kafka is away the case shows without what is missing.
   * @returns undefined when no workflow runs that knows more
   */
  private async findFresh(caseId: string, viewer: Viewer, atLeast: number): Promise<KnownCase | undefined> {
    const state = await this.askWorkflow(caseId);
    // Nobody else waits, so that the time of an answer does not tell that there is a case.
    if (state === undefined || !maySeeCase(state, viewer)) {
      return state;
    }
    for (let attempt = 0; attempt < projectionAttempts; attempt += 1) {
      const projected = await this.cases.findState(caseId);
      // More than there is cannot be waited for.
      if (projected !== undefined && projected.sequence >= Math.min(atLeast, state.sequence)) {
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
