import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { CaseCommand } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { caseWorkflowId, type RunLimits } from '#workflows';
import { actorOf, continuousPolicy, coordinator, facts, openCase, services } from '../support/builders.js';
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
 * Plays the stories on the real server and saves their histories: `RECORD_HISTORIES=1 npm test -- test/workflows/replay`.
 * To be done when a rule changed under `patched()`, in addition to the old files and never instead of them.
 */
export async function recordHistories(): Promise<void> {
  const stage = await realStage();
  for (const story of stories) {
    await recordStory(stage, story);
  }
  await stage.close();
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
      writeFileSync(path.join(historyFolder, `${name}.json`), `${historyToJSON(history)}\n`);
    },
    limits === undefined ? {} : { limits },
  );
}
