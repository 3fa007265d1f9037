import { Injectable } from '@nestjs/common';
import type { Text } from '#contracts/kernel/codes';
import type { Leaving, Member, MembershipChange, MembershipEnd, Viewer } from '#contracts/people';
import { manages, mayManage } from '#domain/people';
import { type Hindrance, type KeptMember, MemberRepository } from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { ownOrganisation, refuseTerms } from './managed.js';
import { objectionsOf } from './unshared.js';

const past: Text = {
  fr: 'ce moment est passé ; choisissez un jour à venir, ou terminez tout de suite',
  nl: 'dit moment is voorbij; kies een dag in de toekomst, of beëindig onmiddellijk',
  en: 'this moment has passed; choose a day to come, or end it at once',
};

/** Who belongs to an organisation, and what that gives them. */
@Injectable()
export class MemberService {
  constructor(private readonly members: MemberRepository) {}

  /** The members of the organisation, of all of them for an administrator of the platform. */
  async list({ viewer }: Caller): Promise<Member[]> {
    const found = await this.members.findMembers(ownOrganisation(viewer));
    return found.map((one) => told(one, viewer));
  }

  /** What would be nobody's without this member from an instant on, now without one. */
  async leaving(membershipId: string, until: string | null, { viewer }: Caller): Promise<Leaving> {
    const member = await this.managed(membershipId, viewer);
    return this.members.findLeaving({ member, by: viewer.personId }, until);
  }

  /** Gives a membership other roles and services. */
  async change(membershipId: string, change: MembershipChange, { viewer }: Caller): Promise<Member> {
    const member = await this.managed(membershipId, viewer);
    const { organisationId } = member.membership;
    const elsewhere = await this.members.findElsewhere(organisationId, change.serviceIds);
    refuseTerms(viewer, { organisationId, roles: change.roles }, elsewhere);
    refuse(await this.members.change({ member, by: viewer.personId }, change));
    return this.managed(membershipId, viewer);
  }

  /** Ends a membership, at once or at an instant to come. */
  async end(membershipId: string, end: MembershipEnd, { viewer }: Caller): Promise<Member> {
    const member = await this.managed(membershipId, viewer);
    if (end.until !== null && Date.parse(end.until) <= Date.now()) {
      throw new Problem('bad-input', { objections: [{ path: 'until', text: (language) => past[language] }] });
    }
    refuse(await this.members.end({ member, by: viewer.personId }, end));
    return told((await this.members.findMember(membershipId)) ?? member, viewer);
  }

  /** Takes the end of a membership back. */
  async prolong(membershipId: string, { viewer }: Caller): Promise<Member> {
    const member = await this.managed(membershipId, viewer);
    const hindrance = await this.members.prolong({ member, by: viewer.personId });
    if (hindrance !== undefined) {
      throw new Problem(hindrance.refusal);
    }
    return this.managed(membershipId, viewer);
  }

  /** Says that a membership is wanted though nobody used it for long. */
  async keep(membershipId: string, { viewer }: Caller): Promise<Member> {
    const member = await this.managed(membershipId, viewer);
    await this.members.keep({ member, by: viewer.personId });
    return this.managed(membershipId, viewer);
  }

  /** The member, for whoever may manage them; strangers learn of nobody. */
  private async managed(membershipId: string, viewer: Viewer): Promise<Member> {
    const member = await this.members.findMember(membershipId);
    if (member === undefined || !manages(viewer, member.membership.organisationId)) {
      throw new Problem('member-unknown');
    }
    const one = told(member, viewer);
    if (!one.mayManage) {
      throw new Problem('role-beyond');
    }
    return one;
  }
}

function told(member: KeptMember, viewer: Viewer): Member {
  return { ...member, mayManage: mayManage(viewer, member.membership) };
}

/** Says why a membership stays as it is, if it does. */
function refuse(hindrance: Hindrance | undefined): void {
  if (hindrance === undefined) {
    return;
  }
  if ('refusal' in hindrance) {
    throw new Problem(hindrance.refusal);
  }
  throw new Problem('work-unshared', { objections: objectionsOf(hindrance.unshared) });
}
