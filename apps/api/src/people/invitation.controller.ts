import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { InvitationId } from '#contracts/kernel';
import {
  Invitation,
  InvitationAcceptance,
  InvitationLook,
  InvitationLookRequest,
  InvitationRequest,
  OwnSession,
} from '#contracts/people';
import { CallerOf, OpenToAll, type Caller } from '../kernel/session/caller.js';
import { Needs } from '../kernel/session/right.guard.js';
import { Answers, AnswersNothing, Refuses } from '../kernel/system/answers.js';
import { InvitationService } from './invitation.service.js';
import { JoiningService } from './joining.service.js';
import { browserOf, given } from './opened.js';

const notOpen = ['invitation-unknown', 'invitation-expired', 'invitation-used', 'invitation-withdrawn'] as const;

@ApiTags('members')
@Controller('api/v1/invitations')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly joining: JoiningService,
  ) {}

  @Get()
  @Needs('manage-members')
  @Answers(Invitation, 'Invitations that were neither accepted nor withdrawn', { list: true })
  list(@CallerOf() caller: Caller): Promise<Invitation[]> {
    return this.invitations.list(caller);
  }

  @Post()
  @Needs('manage-members')
  @Refuses(
    'not-your-organisation',
    'role-beyond',
    'service-elsewhere',
    'already-member',
    'invitation-open',
    'too-many-invitations',
    'too-many-letters',
    'letter-not-sent',
  )
  @Answers(Invitation, 'Asks somebody to join, by a letter with a link', { status: 201 })
  invite(
    @Body({ schema: InvitationRequest }) body: InvitationRequest,
    @CallerOf() caller: Caller,
  ): Promise<Invitation> {
    return this.invitations.invite(body, caller);
  }

  @Post(':invitationId/letter')
  @HttpCode(200)
  @Needs('manage-members')
  @Refuses('invitation-unknown', 'role-beyond', 'invitation-used', 'too-many-letters', 'letter-not-sent')
  @Answers(Invitation, 'Sends an invitation again with another link; the one before is void')
  sendAgain(
    @Param('invitationId', { schema: InvitationId }) invitationId: string,
    @CallerOf() caller: Caller,
  ): Promise<Invitation> {
    return this.invitations.sendAgain(invitationId, caller);
  }

  @Delete(':invitationId')
  @Needs('manage-members')
  @Refuses('invitation-unknown', 'role-beyond')
  @AnswersNothing('Makes an invitation void')
  withdraw(
    @Param('invitationId', { schema: InvitationId }) invitationId: string,
    @CallerOf() caller: Caller,
  ): Promise<void> {
    return this.invitations.withdraw(invitationId, caller);
  }

  @Post('look')
  @HttpCode(200)
  @OpenToAll()
  @Refuses(...notOpen, 'too-many-tries')
  @Answers(InvitationLook, 'What whoever holds the link of an invitation is invited to; nothing of it is used up')
  look(
    @Body({ schema: InvitationLookRequest }) { secret }: InvitationLookRequest,
    @Req() request: Request,
  ): Promise<InvitationLook> {
    return this.joining.look(secret, request.ip, browserOf(request));
  }

  @Post('accept')
  @HttpCode(200)
  @OpenToAll()
  @Refuses(
    ...notOpen,
    'signed-out',
    'passkey-needed',
    'name-missing',
    'mail-taken',
    'account-needed',
    'joined-already',
    'no-membership',
    'too-many-tries',
  )
  @Answers(OwnSession, 'Joins by an invitation, once, and signs in')
  async accept(
    @Body({ schema: InvitationAcceptance }) body: InvitationAcceptance,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OwnSession> {
    return given(await this.joining.accept(body, request.ip, browserOf(request)), response);
  }
}
