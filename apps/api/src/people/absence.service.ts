import { Injectable } from '@nestjs/common';
import type { Text } from '#contracts/kernel/codes';
import type { Absence, AbsenceChange, AbsenceOutlook, AbsenceRequest, Viewer } from '#contracts/people';
import {
  absenceDays,
  type AbsenceRefusal,
  type Colleague,
  gapOf,
  holdsAt,
  isOver,
  manages,
  mayArrangeAbsence,
} from '#domain/people';
import { AbsenceRepository, type KeptAbsence } from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';
import { dayIn, fill } from '../kernel/problems/wording.js';
import type { Caller } from '../kernel/session/caller.js';
import { ownOrganisation } from './managed.js';

type Because = Extract<AbsenceRefusal, { because: unknown }>['because'];

const wrong: Readonly<Record<Because, Text>> = {
  past: {
    fr: 'ce moment est passé ; choisissez un jour à venir, ou commencez tout de suite',
    nl: 'dit moment is voorbij; kies een dag in de toekomst, of begin onmiddellijk',
    en: 'this moment has passed; choose a day to come, or begin at once',
  },
  'too-far': {
    fr: 'une absence commence dans {days} jours au plus tard',
    nl: 'een afwezigheid begint uiterlijk over {days} dagen',
    en: 'an absence begins within {days} days at the latest',
  },
  'not-after': {
    fr: 'la fin vient après le début, et n’est pas passée',
    nl: 'het einde komt na het begin, en is niet voorbij',
    en: 'the end comes after the beginning, and has not passed',
  },
  'too-long': {
    fr: 'une absence dure {days} jours au plus ; choisissez une fin plus proche',
    nl: 'een afwezigheid duurt hoogstens {days} dagen; kies een vroeger einde',
    en: 'an absence lasts {days} days at most; choose a sooner end',
  },
};

const awayMeanwhile: Text = {
  fr: 'absence du {first} au {last}',
  nl: 'afwezig van {first} tot en met {last}',
  en: 'away from {first} to {last}',
};

/** Who is absent, and who does their work meanwhile. */
@Injectable()
export class AbsenceService {
  constructor(private readonly absences: AbsenceRepository) {}

  /** Absences that concern the caller, and of those they manage. */
  async list({ viewer }: Caller): Promise<Absence[]> {
    const { personId, organisationId } = viewer;
    const isManager = manages(viewer, organisationId);
    const found = await this.absences.find({
      personId,
      organisationId: isManager ? ownOrganisation(viewer) : undefined,
      managesAll: isManager && ownOrganisation(viewer) === undefined,
    });
    return found.map((one) => told(one, viewer));
  }

  /** Who may stand in for somebody, and what nobody would do meanwhile. */
  async outlook(membershipId: string, { viewer }: Caller): Promise<AbsenceOutlook> {
    return this.absences.findOutlook(await this.arranged(membershipId, viewer));
  }

  /** Says that somebody is absent. */
  async set(request: AbsenceRequest, { viewer }: Caller): Promise<Absence> {
    await this.arranged(request.membershipId, viewer);
    return this.answered(await this.absences.set(request, viewer.personId), viewer);
  }

  /** Gives an absence other days, or another substitute. */
  async change(absenceId: string, change: AbsenceChange, { viewer }: Caller): Promise<Absence> {
    await this.arrangedAbsence(absenceId, viewer);
    return this.answered(await this.absences.change(absenceId, change, viewer.personId), viewer);
  }

  /** Ends an absence now. */
  async end(absenceId: string, { viewer }: Caller): Promise<void> {
    await this.arrangedAbsence(absenceId, viewer);
    await this.absences.end(absenceId, viewer.personId);
  }

  private async answered(answer: AbsenceRefusal | { readonly absenceId: string }, viewer: Viewer): Promise<Absence> {
    if (!('absenceId' in answer)) {
      throw problemOf(answer);
    }
    return told(await this.kept(answer.absenceId), viewer);
  }

  /** Refuses whoever may not arrange an absence; they learn of none. */
  private async arrangedAbsence(absenceId: string, viewer: Viewer): Promise<void> {
    const absence = await this.kept(absenceId);
    if (!mayArrangeAbsence(viewer, absence.absentColleague)) {
      throw new Problem('absence-unknown');
    }
  }

  private async kept(absenceId: string): Promise<KeptAbsence> {
    const absence = await this.absences.findOne(absenceId);
    if (absence === undefined) {
      throw new Problem('absence-unknown');
    }
    return absence;
  }

  /** Whose absence it is, for whoever may arrange it; strangers, and who is a member no more, learn of nobody. */
  private async arranged(membershipId: string, viewer: Viewer): Promise<Colleague> {
    const absent = await this.absences.findColleague(membershipId);
    if (
      absent === undefined ||
      !mayArrangeAbsence(viewer, absent) ||
      isOver(absent.membership, new Date().toISOString())
    ) {
      throw new Problem('member-unknown');
    }
    return absent;
  }
}

function told(absence: KeptAbsence, viewer: Viewer): Absence {
  const { absentColleague: absent, substituteColleague: substitute, substituteAway, ...rest } = absence;
  const { from, until } = rest;
  const now = new Date().toISOString();
  return {
    ...rest,
    begun: holdsAt(rest, now),
    gap: gapOf({ absent, substitute, from, until }, substituteAway, now) ?? null,
    mayEnd: mayArrangeAbsence(viewer, absent),
  };
}

function problemOf(refusal: AbsenceRefusal): Problem {
  if ('away' in refusal) {
    const { code, away } = refusal;
    const days = { first: away.from, last: new Date(Date.parse(away.until) - 1).toISOString() };
    return new Problem(code, {
      objections: [
        {
          path: 'substituteMembershipId',
          text: (language) =>
            fill(awayMeanwhile, language, {
              first: dayIn(days.first, language),
              last: dayIn(days.last, language),
            }),
        },
      ],
    });
  }
  if ('code' in refusal) {
    return new Problem(refusal.code);
  }
  const { field, because } = refusal;
  const days = because === 'too-far' ? absenceDays.ahead : absenceDays.longest;
  return new Problem('bad-input', {
    objections: [{ path: field, text: (language) => fill(wrong[because], language, { days }) }],
  });
}
