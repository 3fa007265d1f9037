import { randomUUID } from 'node:crypto';
import type { OpenCaseRequest } from '#contracts/case';
import { region } from '#contracts/kernel/codes';
import type { EpochList, EpochView } from '#contracts/monitoring';
import { cubeNames, dimensionsOf, type CubeName } from '#contracts/monitoring/codes';
import { mondayOf, shiftWeek, weekOf } from '#domain/calendar';
import { createDataSource, Database } from '#persistence/kernel';
import { keyOf } from '#disclosure';
import { profileOf } from '../../scripts/demo/facts.js';
import { referralsCell } from '../../scripts/demo/history.referrals.js';
import { csvOf, rowOf } from '../../scripts/demo/history.js';
import { happens, randomFrom } from '../../scripts/demo/random.js';
import { consent, facts } from './builders.js';
import { signIn } from './http.js';
import { startStack } from './processes.js';
import { until } from './wait.js';

const dayMs = 86_400_000;
/** Cases opened in each of the weeks of the history, which lies so many weeks back. */
const [history, weeksBack] = [[30, 2, 1, 3], 8];

/** Where a count is: `epoch/cube/codes`. */
export const placeOf = ({ cube, epochId, codes }: { cube: string; epochId: string; codes: readonly string[] }) =>
  `${epochId}/${cube}/${keyOf(codes)}`;

/** A case like no other, and everything by which it could be known. */
export type Planted = { readonly caseId: string; readonly code: string; readonly secrets: readonly string[] };

/** A running installation with cases to find, and the truth about what it has published. */
export type AttackedWorld = Awaited<ReturnType<typeof attackedWorld>>;

/** Starts an empty one. */
export async function attackedWorld(seed: number) {
  const stack = await startStack();
  const database = new Database(createDataSource(stack.databaseUrl, { connections: 1 }));
  const [lead, mediator, coordinator] = await Promise.all(
    (['amelie-beci', 'brigitte-bemediation', 'sofie-hub'] as const).map((id) => signIn(stack.apiUrl, id)),
  );
  if (lead === undefined || mediator === undefined || coordinator === undefined) {
    throw new Error('three persons are needed');
  }
  const random = randomFrom(seed);
  const truth = new Map<string, number>();
  let taken = new Map<string, Counted>();
  let last = 0;

  /** Waits until the figures know the case up to what was answered. */
  async function counted(caseId: string, sequence: number): Promise<void> {
    await until(
      async () => ((await lead?.get<{ sequence: number }>(`/cases/${caseId}`))?.body.sequence ?? 0) >= sequence,
      'the case is counted',
    );
  }

  async function openCase(change: Partial<OpenCaseRequest>): Promise<string> {
    const { caseId, sequence } = (await lead?.openCase(change))?.body ?? { caseId: '', sequence: 0 };
    await counted(caseId, sequence);
    return caseId;
  }

  return {
    stack,
    database,
    lead,
    mediator,
    coordinator,
    truth,

    /** Imports closed cases of some weeks, most of them sparse. */
    async importHistory(): Promise<void> {
      const first = shiftWeek(weekOf(new Date().toISOString(), region.calendar), -weeksBack);
      const rows = history.flatMap((cases, week) =>
        Array.from({ length: cases }, (_, one) => {
          const opened = Date.parse(mondayOf(shiftWeek(first, week))) + (one % 3) * dayMs;
          const closed = opened + 7 * dayMs;
          const profile = profileOf(random, happens(random, 0.3));
          const days = { opened: opened / dayMs, closed: closed / dayMs, moment: 0.5 };
          const referrals = referralsCell(random, { profile, ...days });
          return { ...rowOf(`A-${week}-${one}`, opened, closed, profile), referrals };
        }),
      );
      await coordinator.post('/imports', csvOf(rows));
      await until(async () => {
        const [row] = await database.query<{ cases: number }>(
          `SELECT sum(count)::int AS cases FROM projection.measure_week WHERE cube = 'opened' AND imported`,
        );
        return row?.cases === rows.length;
      }, 'the history is counted');
    },

    /** Opens cases of all kinds. */
    async openCases(count: number): Promise<void> {
      const all = Array.from({ length: count }, () => profileOf(random, happens(random, 0.3)));
      await Promise.all(all.map((profile) => openCase({ facts: profile.facts })));
    },

    /** Opens the case like no other, and refers it. */
    async plant(): Promise<Planted> {
      const words = ['Les associés ne se parlent plus.', 'Pouvez-vous les réunir ?', 'Une date est trouvée.'] as const;
      const caseId = await openCase({ facts: rare, consent: consent(), note: words[0] });
      const serviceIds = ['bemediation-mediation'];
      const { body: referred } = await lead.command(caseId, { type: 'refer', serviceIds, message: words[1] });
      const referralIds = referred.case.referrals.map(({ referralId }) => referralId);
      await mediator.command(caseId, { type: 'accept', referralId: referralIds[0] ?? '' });
      const { body: noted } = await mediator.command(caseId, { type: 'add-note', note: words[2] });
      await counted(caseId, noted.sequence);
      const { code } = noted.case;
      return { caseId, code, secrets: [caseId, code, ...referralIds, ...words] };
    },

    /** Closes the running epoch and keeps the truth about it. */
    async close(): Promise<void> {
      const counts = await exactCounts(database);
      await coordinator.post<EpochView>('/monitoring/epochs', {}, { key: randomUUID() });
      const { epochs } = (await coordinator.get<EpochList>('/monitoring/published/epochs?limit=200')).body;
      for (const { epochId, kind, week } of epochs.filter(({ number }) => number > last)) {
        for (const [place, one] of counts) {
          const count = one.count - (taken.get(place)?.count ?? 0);
          if (one.week === (kind === 'history' ? week : '') && count !== 0) {
            truth.set(placeOf({ ...one, epochId }), count);
          }
        }
      }
      taken = counts;
      last = epochs[0]?.number ?? 0;
    },

    async stop(): Promise<void> {
      await database.stop();
      await stack.stop();
    },
  };
}

/** The facts of the case like no other. */
export const rare = facts({
  municipality: '21014',
  legalForm: 'cooperative',
  sizeBand: '50+',
  ageBand: '10+',
  difficulties: [{ difficulty: 'partner-conflict', severity: 3 }],
});

type Counted = { readonly cube: CubeName; readonly week: string; readonly codes: string[]; readonly count: number };

/** What the projection counts now, by place; `week` is '' but for imported history. */
async function exactCounts(database: Database): Promise<Map<string, Counted>> {
  const rows = await database.query<Counted>(
    `SELECT cube, CASE WHEN imported THEN week ELSE '' END AS week, ARRAY[a, b, c, d] AS codes, sum(count)::int AS count
       FROM projection.measure_week WHERE cube = ANY ($1::text[]) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [cubeNames],
  );
  const counted = rows.map((row) => ({ ...row, codes: row.codes.slice(0, dimensionsOf(row.cube).length) }));
  return new Map(counted.map((row) => [placeOf({ ...row, epochId: row.week }), row]));
}
