import { PackPdfRepository } from '#persistence/monitoring';
import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/problems/problem.js';
import { Turns } from '../../kernel/turns.js';
import { PagePrinter, template } from './chromium.js';

/** One Chromium at a time; of the packs that wait for it each person has two. */
const limits = { places: 1, placesPerPerson: 1, longPlaces: 1, longPerPerson: 1, waitingPerPerson: 2 };

/** The PDFs of packs: each is made once and kept, and who asks while it is made waits for the same one. */
@Injectable()
export class PackPress {
  private readonly turns = new Turns(limits);
  private readonly making = new Map<string, Promise<Buffer | undefined>>();

  constructor(
    private readonly kept: PackPdfRepository,
    private readonly printer: PagePrinter,
  ) {}

  /**
   * The PDF of a pack, undefined when the pack was withdrawn.
   * @throws Problem `no-printer` where there is no Chromium, `too-many-waiting` when the person waits for too many others
   */
  async pdfOf(packId: string, person: string): Promise<Buffer | undefined> {
    const known = await this.kept.find(packId, template);
    if (known !== undefined) {
      return known;
    }
    if (!this.printer.isThere) {
      throw new Problem('no-printer');
    }
    let made = this.making.get(packId);
    if (made === undefined) {
      const print = () => this.kept.printed(packId, template, (page) => this.printer.print(page));
      made = this.turns.hold({ person, long: false }, print).finally(() => this.making.delete(packId));
      this.making.set(packId, made);
    }
    return made;
  }
}
