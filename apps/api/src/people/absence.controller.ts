import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AbsenceId, MembershipId } from '#contracts/kernel';
import { Absence, AbsenceChange, AbsenceOutlook, AbsenceRequest } from '#contracts/people';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, AnswersNothing, Refuses } from '../kernel/system/answers.js';
import { AbsenceService } from './absence.service.js';

const refused = ['absence-without-work', 'substitute-unknown', 'substitute-absent', 'absence-overlaps'] as const;

@ApiTags('absences')
@Needs('arrange-absence')
@Controller('api/v1/absences')
export class AbsenceController {
  constructor(private readonly absences: AbsenceService) {}

  @Get()
  @Answers(Absence, 'Absences, now and to come, of the caller, for whom they stand in, and of those they manage', {
    list: true,
  })
  list(@CallerOf() caller: Caller): Promise<Absence[]> {
    return this.absences.list(caller);
  }

  @Get('substitutes/:membershipId')
  @Refuses('member-unknown')
  @Answers(AbsenceOutlook, 'Who may stand in for somebody, and which roles nobody else has')
  outlook(
    @Param('membershipId', { schema: MembershipId }) membershipId: string,
    @CallerOf() caller: Caller,
  ): Promise<AbsenceOutlook> {
    return this.absences.outlook(membershipId, caller);
  }

  @Post()
  @Refuses('member-unknown', ...refused)
  @Answers(Absence, 'Says that somebody is absent, and who does their work in their name meanwhile', { status: 201 })
  set(@Body({ schema: AbsenceRequest }) body: AbsenceRequest, @CallerOf() caller: Caller): Promise<Absence> {
    return this.absences.set(body, caller);
  }

  @Put(':absenceId')
  @Refuses('absence-unknown', ...refused)
  @Answers(Absence, 'Gives an absence other days or another substitute; one that has begun keeps its beginning')
  change(
    @Param('absenceId', { schema: AbsenceId }) absenceId: string,
    @Body({ schema: AbsenceChange }) body: AbsenceChange,
    @CallerOf() caller: Caller,
  ): Promise<Absence> {
    return this.absences.change(absenceId, body, caller);
  }

  @Delete(':absenceId')
  @HttpCode(204)
  @Refuses('absence-unknown')
  @AnswersNothing('Ends an absence now, or takes one back that has not begun')
  end(@Param('absenceId', { schema: AbsenceId }) absenceId: string, @CallerOf() caller: Caller): Promise<void> {
    return this.absences.end(absenceId, caller);
  }
}
