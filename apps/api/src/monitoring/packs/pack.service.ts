import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Pack, PackCheck, PackRequest } from '#contracts/monitoring';
import { PackRepository, SharedFigureRepository, type StoredPack } from '#persistence/monitoring';
import { Problem } from '../../kernel/problems/problem.js';
import type { Caller } from '../../kernel/session/caller.js';
import { PagePrinter } from './chromium.js';
import { PackWriter } from './pack-writer.js';

const mostListed = 100;

/** Plenary packs: made from published figures only, stored, never changed. */
@Injectable()
export class PackService {
  constructor(
    private readonly packs: PackRepository,
    private readonly shared: SharedFigureRepository,
    private readonly writer: PackWriter,
    private readonly printer: PagePrinter,
  ) {}

  async list(): Promise<Pack[]> {
    return this.packs.findAll(mostListed);
  }

  /** The same request over the same published figures is the same pack. */
  async make({ viewer }: Caller, request: PackRequest): Promise<Pack> {
    const figures = (await this.shared.findPinned()).map(({ figureId, question, remark }) => ({
      figureId,
      question,
      remark,
    }));
    const written = await this.writer.write(request, { figures });
    if (written === undefined) {
      throw new Problem('nothing-published');
    }
    const document = Buffer.from(written.page, 'utf8');
    const hash = hashOf(document);
    const { since, until, language } = request;
    return this.packs.store({
      packId: randomUUID(),
      since,
      until,
      language,
      epoch: written.epoch,
      hash,
      document,
      madeBy: viewer.personId,
      figures,
    });
  }

  async read(packId: string): Promise<Pack> {
    return (await this.document(packId)).pack;
  }

  /** Writes the page once more, from what was published up to its epoch. */
  async check(packId: string): Promise<PackCheck> {
    const { pack, figures } = await this.document(packId);
    const written = await this.writer.write(pack, { figures, upTo: pack.epoch });
    const again = written === undefined ? '' : hashOf(Buffer.from(written.page, 'utf8'));
    return { hash: pack.hash, again, same: again === pack.hash };
  }

  async document(packId: string): Promise<StoredPack> {
    const found = await this.packs.find(packId);
    if (found === undefined) {
      throw new Problem('not-found');
    }
    return found;
  }

  async pdf(packId: string): Promise<{ readonly name: string; readonly pdf: Buffer }> {
    const { pack, document } = await this.document(packId);
    if (!this.printer.isThere) {
      throw new Problem('no-printer');
    }
    return {
      name: `relais-${pack.until}-${pack.language}.pdf`,
      pdf: await this.printer.print(document.toString('utf8')),
    };
  }
}

function hashOf(document: Buffer): string {
  return createHash('sha256').update(document).digest('hex');
}
