import { Injectable } from '@nestjs/common';
import type { ErasureOutlook, ErasureRequest } from '#contracts/people';
import { ErasingRepository } from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { objectionsOf } from './unshared.js';

/** Erases persons, of whom the id stays as a pseudonym. */
@Injectable()
export class ErasingService {
  constructor(private readonly erasing: ErasingRepository) {}

  /** What stands in the way of erasing a person. */
  async look(personId: string): Promise<ErasureOutlook> {
    const outlook = await this.erasing.findOutlook(personId);
    if (outlook === undefined) {
      throw new Problem('person-unknown');
    }
    return outlook;
  }

  /**
   * Erases the caller, who says whom they mean: a page that stayed open may be another's by now. With a wish nobody is erased: it is kept, for
   * administrators to read. Answers whether they are gone.
   */
  async eraseSelf({ personId, wish }: ErasureRequest, { viewer }: Caller): Promise<boolean> {
    if (personId !== viewer.personId) {
      throw new Problem('not-yourself');
    }
    if (wish !== undefined) {
      await this.erasing.wish(personId, wish === 'when-possible');
      return false;
    }
    await this.erase(personId, personId);
    return true;
  }

  /** Erases a person, unless nobody else would manage, or work would be nobody's; one who was erased before is no error. */
  async erase(personId: string, by: string): Promise<void> {
    const hindrance = await this.erasing.erase(personId, by);
    if (hindrance === undefined) {
      return;
    }
    if ('refusal' in hindrance) {
      throw new Problem(hindrance.refusal);
    }
    throw new Problem('erase-work-open', { objections: objectionsOf(hindrance.unshared) });
  }
}
