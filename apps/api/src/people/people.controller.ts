import { Body, Controller, Delete, Get, Header, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PersonId } from '#contracts/kernel';
import { ErasureOutlook, OwnData, PersonCorrection, PersonLine } from '#contracts/people';
import { CallerOf, type Caller, NeedsProof } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, AnswersNothing, Refuses } from '../kernel/system/answers.js';
import { PeopleService } from './people.service.js';

/** What is kept of persons, for administrators of the installation: a person may belong to several houses, so no house decides alone. */
@ApiTags('members')
@Needs('manage-people')
@Controller('api/v1/people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Answers(PersonLine, 'Everybody who is kept by name, also who is a member of nothing any more', { list: true })
  list(): Promise<PersonLine[]> {
    return this.people.list();
  }

  @NeedsProof()
  @Refuses('person-unknown')
  @Get(':personId/data')
  @Header('content-disposition', 'attachment; filename="relais.json"')
  @Answers(OwnData, 'Everything that is kept about somebody as a person, to be given to them')
  read(@Param('personId', { schema: PersonId }) personId: string, @CallerOf() caller: Caller): Promise<OwnData> {
    return this.people.read(personId, caller);
  }

  @NeedsProof()
  @Refuses('person-unknown', 'mail-anothers')
  @Put(':personId')
  @AnswersNothing('Corrects somebody’s name, language and address; the addresses of before and from now on are told')
  correct(
    @Param('personId', { schema: PersonId }) personId: string,
    @Body({ schema: PersonCorrection }) body: PersonCorrection,
    @CallerOf() caller: Caller,
  ): Promise<void> {
    return this.people.correct(personId, body, caller);
  }

  @Refuses('person-unknown')
  @Get(':personId/erasure')
  @Answers(ErasureOutlook, 'What stands in the way of erasing somebody')
  lookAtErasure(@Param('personId', { schema: PersonId }) personId: string): Promise<ErasureOutlook> {
    return this.people.lookAtErasure(personId);
  }

  @NeedsProof()
  @Refuses('person-unknown', 'erase-last-administrator', 'last-coordinator', 'erase-work-open')
  @Delete(':personId')
  @AnswersNothing('Erases somebody: memberships and sessions end, and nothing stays but an id that names nobody')
  erase(@Param('personId', { schema: PersonId }) personId: string, @CallerOf() caller: Caller): Promise<void> {
    return this.people.erase(personId, caller);
  }
}
