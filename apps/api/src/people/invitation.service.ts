import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ProblemCode } from '#contracts/catalogue';
import type { Text } from '#contracts/kernel/codes';
import type { Invitation, InvitationRequest, Viewer } from '#contracts/people';
import { manages, mayManage } from '#domain/people';
import { InvitationRepository, type KeptInvitation, MemberRepository } from '#persistence/people';
import { Post } from '../kernel/mail/post.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { hashOf } from '../kernel/session/token.js';
import { Installation } from '../kernel/system/installation.js';
import { invitationLetter } from './invitation-letter.js';
import { ownOrganisation, refuseTerms } from './managed.js';

/** A new secret for one invitation, of 128 bits; only its hash is stored. */
function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** Who is asked to join, by those who manage members. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly members: MemberRepository,
    private readonly post: Post,
    private readonly installation: Installation,
  ) {}

  /** Those that wait for an answer, and those whose link is void meanwhile. */
  async list({ viewer }: Caller): Promise<Invitation[]> {
    const found = await this.invitations.findOpen(ownOrganisation(viewer));
    return found.flatMap((one) => told(one, viewer));
  }

  /** Asks somebody to join, by a letter with a link. */
  async invite(request: InvitationRequest, { viewer }: Caller): Promise<Invitation> {
    const { organisationId, serviceIds } = request;
    refuseTerms(viewer, request, await this.members.findElsewhere(organisationId, serviceIds));
    const secret = newSecret();
    const added = await this.invitations.add(hashOf(secret), request, viewer.personId);
    if ('refusal' in added) {
      throw refused(added);
    }
    return this.write(added.invitationId, secret, viewer);
  }

  /** Sends an invitation again, with another link; the one before is void. */
  async sendAgain(invitationId: string, { viewer }: Caller): Promise<Invitation> {
    await this.managed(invitationId, viewer);
    const secret = newSecret();
    const refusal = await this.invitations.renew(invitationId, hashOf(secret), viewer.personId);
    if (refusal !== undefined) {
      throw refused(refusal);
    }
    return this.write(invitationId, secret, viewer);
  }

  /** Makes an invitation void; one that is void already is no error. */
  async withdraw(invitationId: string, { viewer }: Caller): Promise<void> {
    await this.managed(invitationId, viewer);
    await this.invitations.withdraw(invitationId, viewer.personId);
  }

  /** Sends the letter; when it cannot leave, nobody was invited. */
  private async write(invitationId: string, secret: string, viewer: Viewer): Promise<Invitation> {
    const invitation = await this.managed(invitationId, viewer);
    try {
      await this.post.send(
        invitationLetter({
          to: invitation.mail,
          language: invitation.language,
          organisation: invitation.organisationName,
          invitedBy: invitation.invitedBy ?? 'Relais',
          link: new URL(`/join#${secret}`, this.installation.publicUrl).href,
          until: new Date(invitation.expiresAt),
        }),
      );
    } catch {
      await this.invitations.withdraw(invitationId, viewer.personId, { unsent: true });
      throw new Problem('letter-not-sent');
    }
    return invitation;
  }

  /** The invitation, for whoever may manage what it gives. */
  private async managed(invitationId: string, viewer: Viewer): Promise<Invitation> {
    const found = await this.invitations.findOne(invitationId);
    const [invitation] = found === undefined ? [] : told(found, viewer);
    if (invitation === undefined) {
      throw new Problem('invitation-unknown');
    }
    if (!invitation.mayManage) {
      throw new Problem('role-beyond');
    }
    return invitation;
  }
}

const nowhere: Text = {
  fr: 'cette organisation n’existe pas ici : choisissez-en une dans la liste',
  nl: 'deze organisatie bestaat hier niet: kies er een uit de lijst',
  en: 'there is no such organisation here: choose one of the list',
};

type Unsent = { readonly refusal: ProblemCode | 'organisation-unknown'; readonly wait?: number };

/** Why nothing was sent; of too many letters also when the next one may be. */
function refused({ refusal, wait }: Unsent): Problem {
  if (refusal === 'organisation-unknown') {
    return new Problem('bad-input', {
      objections: [{ path: 'organisationId', text: (language) => nowhere[language] }],
    });
  }
  return wait === undefined
    ? new Problem(refusal)
    : new Problem(refusal, { params: { hours: Math.ceil(wait / 3_600) }, wait });
}

/** An invitation as one who manages members sees it; of another organisation there is none. */
function told(found: KeptInvitation, viewer: Viewer): Invitation[] {
  const { mail } = found;
  return mail !== null && manages(viewer, found.organisationId)
    ? [{ ...found, mail, mayManage: mayManage(viewer, found) }]
    : [];
}
