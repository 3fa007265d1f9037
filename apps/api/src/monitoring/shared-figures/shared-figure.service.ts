import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CubeAnswer,
  FigureQuestion,
  SharedFigure,
  SharedFigureAnswer,
  SharedFigureRequest,
  WithdrawalRequest,
} from '#contracts/monitoring';
import { mayRemoveShared, mayWithdraw } from '#domain/monitoring';
import { originOf } from '#domain/people';
import { SharedFigureRepository } from '#persistence/monitoring';
import { PublishedService } from '../published.service.js';
import { refuseIdentifiers } from '../../kernel/problems/identifiers.js';
import { Problem } from '../../kernel/problems/problem.js';
import type { Caller } from '../../kernel/session/caller.js';

const mostListed = 200;

/**
 * What leaves the analysts’ room. A shared figure is a question to the published figures, never a result of a query: whatever the
 * analyst saw exactly, everybody sees rounded and frozen.
 */
@Injectable()
export class SharedFigureService {
  constructor(
    private readonly figures: SharedFigureRepository,
    private readonly published: PublishedService,
  ) {}

  async list(): Promise<SharedFigure[]> {
    return this.figures.findAll(mostListed);
  }

  async share({ viewer }: Caller, request: SharedFigureRequest): Promise<SharedFigure> {
    refuseIdentifiers('POST /api/v1/shared-figures', request);
    // Refuses a question that the cube cannot answer.
    await answerTo(this.published, request.question);
    return this.figures.store(randomUUID(), request, viewer.personId);
  }

  async pin(figureId: string, pinned: boolean): Promise<SharedFigure> {
    return found(await this.figures.pin(figureId, pinned));
  }

  async remove({ viewer }: Caller, figureId: string): Promise<void> {
    if (!mayRemoveShared(viewer, found(await this.figures.find(figureId)))) {
      throw new Problem('forbidden');
    }
    await this.figures.remove(figureId);
  }

  /**
   * Takes its remark away for good, with every pack that shows it: who wrote it, and coordinators. The figure itself stays, and one that was
   * taken back stays away.
   */
  async withdraw({ viewer }: Caller, figureId: string, { reason }: WithdrawalRequest): Promise<SharedFigure> {
    if (!mayWithdraw(viewer, found(await this.figures.findEver(figureId)))) {
      throw new Problem('forbidden');
    }
    await this.figures.withdraw(figureId, { personId: viewer.personId, by: originOf(viewer, null), reason });
    return found(await this.figures.findEver(figureId));
  }

  async read(figureId: string): Promise<SharedFigureAnswer> {
    const figure = found(await this.figures.find(figureId));
    return { figure, answer: await answerTo(this.published, figure.question) };
  }
}

/** The published answer to the question of a figure, as of an epoch. */
export function answerTo(
  published: PublishedService,
  { cube, by, where, from, to, grain }: FigureQuestion,
  upTo?: number,
): Promise<CubeAnswer> {
  const weeks = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return published.answer(cube, { by: by.join(','), where, ...weeks, grain }, upTo);
}

function found(figure: SharedFigure | undefined): SharedFigure {
  if (figure === undefined) {
    throw new Problem('not-found');
  }
  return figure;
}
