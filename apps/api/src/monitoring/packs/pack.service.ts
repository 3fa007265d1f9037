import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts/kernel/codes';
import type { Pack, PackCheck, PackRequest, WithdrawalRequest } from '#contracts/monitoring';
import { mayWithdraw } from '#domain/monitoring';
import { originOf } from '#domain/people';
import { type NewPack, PackRepository, SharedFigureRepository, type StoredPack } from '#persistence/monitoring';
import { Problem } from '../../kernel/problems/problem.js';
import type { Caller } from '../../kernel/session/caller.js';
import { Turns } from '../../kernel/turns.js';
import { PackPress } from './pack-press.js';
import { PackWriter } from './pack-writer.js';
import { withdrawnPage } from './withdrawn-page.js';

const mostListed = 100;

/** Writing a page again takes the processor for a while: one at a time, of each person in turn. */
const checking = { places: 1, placesPerPerson: 1, longPlaces: 1, longPerPerson: 1, waitingPerPerson: 4 };

/** What is shown to whoever opens a pack. */
export type OpenedPack = {
  readonly status: 200 | 410;
  readonly type: string;
  readonly content: Buffer;
  readonly disposition?: string;
};

/** Plenary packs: made from published figures only, stored, never changed, and withdrawn as a whole. */
@Injectable()
export class PackService {
  private readonly checks = new Turns(checking);

  constructor(
    private readonly packs: PackRepository,
    private readonly shared: SharedFigureRepository,
    private readonly writer: PackWriter,
    private readonly press: PackPress,
  ) {}

  async list(): Promise<Pack[]> {
    return this.packs.findAll(mostListed);
  }

  /** The same request over the same published figures is the same pack. */
  async make({ viewer }: Caller, request: PackRequest): Promise<Pack> {
    for (;;) {
      const stored = await this.packs.store(await this.write(viewer.personId, request));
      if (stored !== undefined) {
        return stored;
      }
    }
  }

  /** The page as it would be, of which nothing is kept. */
  async preview({ viewer }: Caller, request: PackRequest): Promise<OpenedPack> {
    const { document } = await this.checks.hold({ person: viewer.personId, long: false }, () =>
      this.write(viewer.personId, request),
    );
    return { status: 200, type: 'text/html; charset=utf-8', content: document };
  }

  /** Takes its page away for good: who made it, and coordinators. That it was there stays, with its hash. */
  async withdraw({ viewer }: Caller, packId: string, { reason }: WithdrawalRequest): Promise<Pack> {
    if (!mayWithdraw(viewer, await this.read(packId))) {
      throw new Problem('forbidden');
    }
    await this.packs.withdraw(packId, { personId: viewer.personId, by: originOf(viewer, null), reason });
    return this.read(packId);
  }

  async read(packId: string): Promise<Pack> {
    return (await this.find(packId)).pack;
  }

  /** Writes the page once more, from what was published up to its epoch. */
  async check({ viewer }: Caller, packId: string): Promise<PackCheck> {
    const { pack, figures } = await this.find(packId);
    const { withdrawn } = pack;
    if (withdrawn !== null) {
      throw new Problem('withdrawn', { params: { day: withdrawn.at.slice(0, 10), withdrawal: withdrawn.reason } });
    }
    const written = await this.checks.hold({ person: viewer.personId, long: false }, () =>
      this.writer.write(pack, { figures, upTo: pack.epoch }),
    );
    const again = written === undefined ? '' : hashOf(Buffer.from(written.page, 'utf8'));
    return { hash: pack.hash, again, same: again === pack.hash };
  }

  /** The page as it was made; of a pack that was withdrawn, that it was. */
  async page(packId: string, language: Language): Promise<OpenedPack> {
    const { pack, document } = await this.find(packId);
    return withdrawnOf(pack, language) ?? { status: 200, type: 'text/html; charset=utf-8', content: document };
  }

  async pdf(caller: Caller, packId: string, language: Language): Promise<OpenedPack> {
    const { pack } = await this.find(packId);
    const withdrawn = withdrawnOf(pack, language);
    if (withdrawn !== undefined) {
      return withdrawn;
    }
    const content = await this.press.pdfOf(packId, caller.viewer.personId);
    const disposition = `inline; filename="relais-${pack.until}-${pack.language}.pdf"`;
    // Withdrawn meanwhile: asked again, it says so.
    return content === undefined
      ? this.pdf(caller, packId, language)
      : { status: 200, type: 'application/pdf', content, disposition };
  }

  private async find(packId: string): Promise<StoredPack> {
    const found = await this.packs.find(packId);
    if (found === undefined) {
      throw new Problem('not-found');
    }
    return found;
  }

  private async write(madeBy: string, request: PackRequest): Promise<NewPack> {
    const figures = (await this.shared.findPinned()).map(({ figureId, question, remark }) => ({
      figureId,
      question,
      remark,
    }));
    const written = await this.writer.write(request, { figures });
    if (written === undefined) {
      throw new Problem('nothing-published');
    }
    const { page, epoch } = written;
    const { since, until, language } = request;
    const document = Buffer.from(page, 'utf8');
    const hash = hashOf(document);
    return { packId: randomUUID(), since, until, language, epoch, hash, document, madeBy, figures };
  }
}

function withdrawnOf(pack: Pack, language: Language): OpenedPack | undefined {
  const { withdrawn } = pack;
  if (withdrawn === null) {
    return undefined;
  }
  const content = Buffer.from(withdrawnPage(pack, withdrawn, language), 'utf8');
  return { status: 410, type: 'text/html; charset=utf-8', content };
}

function hashOf(document: Buffer): string {
  return createHash('sha256').update(document).digest('hex');
}
