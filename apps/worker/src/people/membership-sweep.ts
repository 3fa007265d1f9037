import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/kernel';
import { AbsenceRepository, InvitationRepository, UnusedMembershipRepository } from '#persistence/people';
import { Sweep } from '../sweep.js';
import { WorkerSettings } from '../worker.settings.js';

/** Asks about memberships that nobody uses, ends those about which nobody said anything, and forgets absences that are over and where invitations went. */
@Injectable()
export class MembershipSweep {
  private readonly sweep = new Sweep();
  private readonly memberships: UnusedMembershipRepository;
  private readonly absences: AbsenceRepository;
  private readonly invitations: InvitationRepository;

  constructor(
    private readonly settings: WorkerSettings,
    database: Database,
  ) {
    this.memberships = new UnusedMembershipRepository(database);
    this.absences = new AbsenceRepository(database);
    this.invitations = new InvitationRepository(database);
  }

  /** Looks at once, and then every hour until `stop`. */
  start(): void {
    const { logger } = this.settings;
    this.sweep.start(
      async () => {
        await this.absences.forget();
        await this.invitations.forgetAddresses();
        const [ended, asked] = [await this.memberships.end(), await this.memberships.ask()];
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
