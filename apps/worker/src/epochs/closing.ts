import type { EpochView } from '#contracts/monitoring';
import { cubeNames } from '#contracts/monitoring/codes';
import type { Database, Sql } from '#persistence/kernel';
import {
  announceEpoch,
  countNumbered,
  findClosed,
  holdEpochs,
  insertEpoch,
  readChainEnd,
  readTotals,
  readUntaken,
  takeIn,
} from '#persistence/monitoring';
import type { ClosingRequest } from '#workflows';
import { Freezer, groupBy, type Draft } from './freezer.js';

/**
 * Closes the running epoch: what became known since the one before is rounded, published and chained, all of it or nothing. The same
 * closing again answers what it came to. Weeks of history that were imported meanwhile come first, each as an epoch of its own.
 * @param key secret of the rounding; another one changes no epoch that is closed
 * @throws ProjectionBehind when the projection knows less than before
 */
export async function closeEpoch(
  database: Pick<Database, 'transaction'>,
  key: Uint8Array,
  request: ClosingRequest,
): Promise<EpochView> {
  return database.transaction(async (sql) => {
    await holdEpochs(sql);
    return (await findClosed(sql, request.closingId)) ?? close(sql, key, request);
  });
}

async function close(sql: Sql, key: Uint8Array, request: ClosingRequest): Promise<EpochView> {
  const { closingId, at: publishedAt, by } = request;
  const end = await readChainEnd(sql);
  const untaken = await readUntaken(sql, cubeNames);
  const freezer = new Freezer(key, await readTotals(sql, cubeNames), end);
  const closing = end.closings + 1;
  const freeze = async (draft: Draft, closingId: string | null): Promise<EpochView> => {
    const epoch = { ...freezer.freeze(draft), publishedAt };
    await insertEpoch(sql, { ...epoch, closing, closingId });
    const { cells: _stored, ...view } = epoch;
    return view;
  };
  const byWeek = groupBy(untaken, ({ week }) => week);
  for (const week of [...byWeek.keys()].filter((one) => one !== '').sort()) {
    await freeze({ epochId: `${week}.h${closing}`, kind: 'history', week, cells: byWeek.get(week) ?? [] }, null);
  }
  const { week } = request;
  const epochId = request.early ? `${week}.${(await countNumbered(sql, week)) + 1}` : week;
  const closed = await freeze({ epochId, kind: 'week', week, cells: byWeek.get('') ?? [] }, closingId);
  await takeIn(sql, untaken);
  await announceEpoch(sql, closed, { closing, by });
  return closed;
}
