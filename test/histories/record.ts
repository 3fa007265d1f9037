import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { CaseCommand } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { caseWorkflowId, type RunLimits } from '#workflows';
import { actorOf, consent, continuousPolicy, coordinator, facts, openCase, services } from '../support/builders.js';
import { ask, knownState, playing, realStage, type Played, type Stage } from '../workflows/stage.js';

/** Folder of the saved histories. */
export const historyFolder = path.dirname(fileURLToPath(import.meta.url));

type Told = {
  readonly played: Played;
  readonly caseId: string;
  tell(by: Viewer, command: CaseCommand): Promise<void>;
};
type Story = {
  readonly name: string;
  readonly limits?: RunLimits;
  readonly policy?: ReturnType<typeof continuousPolicy>;
  readonly tellIt: (told: Told) => Promise<unknown>;
};

const lead = actorOf(services.accountant);
const mediator = actorOf(services.mediator);
const secondMediator = actorOf(services.secondMediator);
const psychologist = actorOf(services.psychologist);
const coach = actorOf(services.coach);
const note = (): CaseCommand => ({ type: 'add-note', noteId: crypto.randomUUID() });

function refer(mode: 'each' | 'offer', ...to: (keyof typeof services)[]) {
  const targets = to.map((name) => ({ referralId: crypto.randomUUID(), service: services[name] }));
  const ids = targets.map((one) => one.referralId);
  return { ids, command: { type: 'refer', mode, targets, proposesLead: false } as const };
}

const stories: readonly Story[] = [
  {
    name: 'referrals-to-a-closed-case',
    tellIt: async ({ tell }) => {
      const asked = refer('each', 'mediator', 'psychologist');
      const [first = '', second = ''] = asked.ids;
      await tell(lead, asked.command);
      await Promise.all([
        tell(mediator, { type: 'accept', referralId: first }),
        tell(lead, note()),
        tell(lead, note()),
      ]);
      await tell(psychologist, { type: 'decline', referralId: second, reason: 'full', choice: 'capacity' });
      await tell(mediator, { type: 'record-first-contact', referralId: first });
      await tell(mediator, { type: 'record-progress', referralId: first, step: 'plan' });
      await tell(lead, { type: 'amend-facts', facts: facts({ urgency: 'urgent' }) });
      await tell(mediator, { type: 'close-referral', referralId: first, outcome: 'helped' });
      await tell(lead, { type: 'close-case', outcome: 'restructured' });
      await tell(lead, { type: 'reopen-case', reason: 'relapse' });
    },
  },
  {
    name: 'clocks',
    policy: continuousPolicy(120),
    tellIt: async ({ played, caseId, tell }) => {
      await tell(lead, refer('each', 'psychologist').command);
      await played.published(caseId, (event) => event.type === 'relais.case.queued-for-dispatch.v1');
      const offer = refer('offer', 'mediator', 'secondMediator');
      await tell(coordinator, offer.command);
      const [, referralId = ''] = offer.ids;
      await tell(secondMediator, { type: 'accept', referralId });
      await tell(secondMediator, { type: 'record-first-contact', referralId });
      const until = new Date(Date.now() + 200).toISOString();
      await tell(secondMediator, { type: 'hold', referralId, reason: 'awaiting-court', until });
      await played.published(caseId, (event) => event.type === 'relais.referral.resumed.v1');
      await tell(coordinator, { type: 'recall', referralId, reason: 'need-changed' });
      await played.published(caseId, (event) => event.type === 'relais.referral.recalled.v1');
    },
  },
  {
    name: 'handed-over',
    limits: { commands: 6, historyEvents: 1000 },
    tellIt: async ({ tell }) => {
      for (let round = 0; round < 3; round++) {
        await Promise.all(Array.from({ length: 5 }, () => tell(lead, note())));
      }
      await tell(lead, refer('each', 'mediator').command);
      await tell(lead, note());
    },
  },
  {
    name: 'lead-and-recall',
    policy: continuousPolicy(60_000),
    tellIt: async ({ tell }) => {
      const proposal = refer('each', 'mediator');
      const [led = ''] = proposal.ids;
      await tell(lead, { ...proposal.command, proposesLead: true });
      await tell(mediator, { type: 'accept', referralId: led });
      await tell(mediator, { type: 'record-first-contact', referralId: led });
      await tell(mediator, { type: 'renew-consent', consent: consent({ givenOn: '2026-10-01', channel: 'signed' }) });
      const asked = refer('each', 'psychologist', 'coach');
      const [kept = '', onHold = ''] = asked.ids;
      await tell(mediator, asked.command);
      await tell(psychologist, { type: 'accept', referralId: kept });
      await tell(psychologist, { type: 'record-first-contact', referralId: kept });
      await tell(coach, { type: 'accept', referralId: onHold });
      await tell(coach, { type: 'record-first-contact', referralId: onHold });
      const until = new Date(Date.now() + 3_600_000).toISOString();
      await tell(coach, { type: 'hold', referralId: onHold, reason: 'awaiting-court', until });
      for (const referralId of asked.ids) {
        await tell(mediator, { type: 'recall', referralId, reason: 'need-changed' });
      }
      await tell(psychologist, { type: 'answer-recall', referralId: kept, agree: false });
      await tell(coach, { type: 'answer-recall', referralId: onHold, agree: false });
      await tell(coach, { type: 'resume', referralId: onHold });
      const onward = refer('offer', 'secondMediator').command;
      await tell(psychologist, { type: 'hand-on', referralId: kept, targets: onward.targets, mode: 'offer' });
    },
  },
  {
    name: 'dispatch-and-follow-ups',
    policy: { ...continuousPolicy(60_000), followUpMonths: [2e-7, 3e-7], followUpWindowDays: 3e-5 },
    tellIt: async ({ played, caseId, tell }) => {
      for (const resolution of ['back-to-lead', 'nobody-available'] as const) {
        const asked = refer('each', 'psychologist');
        const [referralId = ''] = asked.ids;
        await tell(lead, asked.command);
        await tell(psychologist, { type: 'decline', referralId, reason: 'full', choice: 'capacity' });
        await tell(coordinator, { type: 'resolve-dispatch', resolution });
      }
      await tell(lead, { type: 'close-case', outcome: 'restart' });
      await played.published(caseId, (event) => event.type === 'relais.case.follow-up-due.v1');
      await tell(lead, { type: 'record-follow-up', month: 2e-7, status: 'active' });
      await played.published(caseId, (event) => event.type === 'relais.case.follow-up-missed.v1');
    },
  },
  {
    name: 'consent-withdrawn-to-the-end',
    policy: { ...continuousPolicy(60_000), retentionMonths: 2e-7, followUpMonths: [] },
    tellIt: async ({ tell, played, caseId }) => {
      await tell(lead, refer('each', 'mediator').command);
      await tell(lead, { type: 'withdraw-consent' });
      await played.published(caseId, (event) => event.type === 'relais.case.retention-ended.v1');
    },
  },
];

/**
 * Plays the stories that have no file yet on the real server and saves their histories:
 * `RECORD_HISTORIES=1 npm test -- test/workflows/replay`.
 * When a rule changed under `patched()`, stories are added under new names; the old files are what runs out there.
 */
export async function recordHistories(): Promise<void> {
  const stage = await realStage();
  for (const story of stories.filter(({ name }) => !existsSync(fileOf(name)))) {
    await recordStory(stage, story);
  }
  await stage.close();
}

function fileOf(name: string): string {
  return path.join(historyFolder, `${name}.json`);
}

async function recordStory(stage: Stage, { name, limits, policy, tellIt }: Story): Promise<void> {
  await playing(
    stage,
    async (played) => {
      const caseId = crypto.randomUUID();
      const { cases, published } = played;
      await cases.open(caseId, ask(lead, openCase(caseId, policy === undefined ? {} : { policy })));
      const tell = async (by: Viewer, command: CaseCommand) => {
        await cases.command(caseId, ask(by, command));
      };
      await tellIt({ played, caseId, tell });
      const handle = stage.client.workflow.getHandle(caseWorkflowId(caseId));
      if (policy?.followUpMonths.length === 0) {
        await handle.result();
      } else {
        const { sequence } = await knownState(cases, caseId);
        await published(caseId, (event) => event.sequence === sequence);
      }
      const history = await handle.fetchHistory();
      writeFileSync(fileOf(name), `${historyToJSON(history)}\n`);
    },
    limits === undefined ? {} : { limits },
  );
}
