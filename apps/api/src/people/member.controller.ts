import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MembershipId } from '#contracts/kernel';
import { Leaving, LeavingQuery, Member, MembershipChange, MembershipEnd } from '#contracts/people';
import { CallerOf, type Caller } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, Refuses } from '../kernel/system/answers.js';
import { MemberService } from './member.service.js';

const ofMember = ['member-unknown', 'role-beyond'] as const;

@ApiTags('members')
@Needs('manage-members')
@Controller('api/v1/members')
export class MemberController {
  constructor(private readonly members: MemberService) {}

  @Get()
  @Answers(Member, 'Who belongs to the organisation, to all of them for an administrator', { list: true })
  list(@CallerOf() caller: Caller): Promise<Member[]> {
    return this.members.list(caller);
  }

  @Get(':membershipId/leaving')
  @Refuses(...ofMember)
  @Answers(
    Leaving,
    'What would be nobody’s without a member from an instant on: open work, roles, and whom they stand in for',
  )
  leaving(
    @Param('membershipId', { schema: MembershipId }) membershipId: string,
    @Query({ schema: LeavingQuery }) { until }: LeavingQuery,
    @CallerOf() caller: Caller,
  ): Promise<Leaving> {
    return this.members.leaving(membershipId, until ?? null, caller);
  }

  @Put(':membershipId')
  @Refuses(
    ...ofMember,
    'service-elsewhere',
    'last-administrator',
    'last-coordinator',
    'membership-over',
    'work-unshared',
    'successor-unknown',
  )
  @Answers(
    Member,
    'Gives a membership other roles and services, felt at the next request; what is open is handed to whoever is named',
  )
  change(
    @Param('membershipId', { schema: MembershipId }) membershipId: string,
    @Body({ schema: MembershipChange }) body: MembershipChange,
    @CallerOf() caller: Caller,
  ): Promise<Member> {
    return this.members.change(membershipId, body, caller);
  }

  @Put(':membershipId/end')
  @Refuses(
    ...ofMember,
    'last-administrator',
    'last-coordinator',
    'membership-over',
    'work-unshared',
    'successor-unknown',
  )
  @Answers(Member, 'Ends a membership, and the sessions under it; its open work is handed to whoever is named')
  end(
    @Param('membershipId', { schema: MembershipId }) membershipId: string,
    @Body({ schema: MembershipEnd }) body: MembershipEnd,
    @CallerOf() caller: Caller,
  ): Promise<Member> {
    return this.members.end(membershipId, body, caller);
  }

  @Delete(':membershipId/end')
  @Refuses(...ofMember, 'already-member')
  @Answers(Member, 'Takes the end of a membership back; sessions that it ended stay over')
  prolong(
    @Param('membershipId', { schema: MembershipId }) membershipId: string,
    @CallerOf() caller: Caller,
  ): Promise<Member> {
    return this.members.prolong(membershipId, caller);
  }

  @Post(':membershipId/keep')
  @HttpCode(200)
  @Refuses(...ofMember)
  @Answers(Member, 'Says that a membership is wanted though nobody used it for long')
  keep(
    @Param('membershipId', { schema: MembershipId }) membershipId: string,
    @CallerOf() caller: Caller,
  ): Promise<Member> {
    return this.members.keep(membershipId, caller);
  }
}
