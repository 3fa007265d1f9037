import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/kernel';
import { AbsenceRepository, InvitationRepository, UnusedMembershipRepository } from '#persistence/people';
import { Sweep } from '../sweep.js';
import { WorkerSettings } from '../worker.settings.js';

type Kept = {
  readonly absences: Pick<AbsenceRepository, 'forget'>;
  readonly invitations: Pick<InvitationRepository, 'forgetAddresses'>;
  readonly memberships: Pick<UnusedMembershipRepository, 'end' | 'ask'>;
};

/**
 * Forgets absences that are over and where invitations went, ends memberships about which nobody said anything, and asks about those that
 * nobody uses; answers how many ended and are asked about.
 */
export async function sweepMemberships({
  absences,
  invitations,
  memberships,
}: Kept): Promise<{ readonly ended: number; readonly asked: number }> {
  await absences.forget();
  await invitations.forgetAddresses();
  return { ended: await memberships.end(), asked: await memberships.ask() };
}

/** Sweeps what is kept of who belongs where. */
@Injectable()
export class MembershipSweep {
  private readonly sweep = new Sweep();
  private readonly kept: Kept;

  constructor(
    private readonly settings: WorkerSettings,
    database: Database,
  ) {
    this.kept = {
      absences: new AbsenceRepository(database),
      invitations: new InvitationRepository(database),
      memberships: new UnusedMembershipRepository(database),
    };
  }

  /** Looks at once, and then every hour until `stop`. */
  start(): void {
    const { logger } = this.settings;
    this.sweep.start(
      async () => {
        const { ended, asked } = await sweepMemberships(this.kept);
        if (ended + asked > 0) {
          logger.info({ ended, asked }, 'memberships that nobody uses are asked about or have ended');
        }
      },
      (error) => logger.warn({ err: error }, 'unused memberships cannot be looked for, trying again'),
    );
  }

  async stop(): Promise<void> {
    await this.sweep.stop();
  }
}
