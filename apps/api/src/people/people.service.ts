import { Injectable } from '@nestjs/common';
import type { ErasureOutlook, OwnData, PersonCorrection, PersonLine } from '#contracts/people';
import { PersonRepository } from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { ErasingService } from './erasing.service.js';
import { MailNotices } from './mail-notices.js';
import { OwnDataService } from './own-data.service.js';

/** What is kept of persons, for an administrator who does what they ask for. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly persons: PersonRepository,
    private readonly data: OwnDataService,
    private readonly erasing: ErasingService,
    private readonly notices: MailNotices,
  ) {}

  list(): Promise<PersonLine[]> {
    return this.persons.findAll();
  }

  read(personId: string, { viewer }: Caller): Promise<OwnData> {
    return this.data.readFor(personId, viewer.personId);
  }

  /** Corrects it; where the address changes, both are told, so that nobody is given another one unnoticed. */
  async correct(personId: string, correction: PersonCorrection, { viewer }: Caller): Promise<void> {
    const corrected = await this.persons.correctFor(personId, correction, viewer.personId);
    if ('refusal' in corrected) {
      throw new Problem(corrected.refusal);
    }
    const { mail } = correction;
    if (mail !== undefined && mail !== corrected.before) {
      this.notices.tellFormer(corrected.before, correction);
      this.notices.tellGiven(mail, correction);
    }
  }

  lookAtErasure(personId: string): Promise<ErasureOutlook> {
    return this.erasing.look(personId);
  }

  erase(personId: string, { viewer }: Caller): Promise<void> {
    return this.erasing.erase(personId, viewer.personId);
  }
}
