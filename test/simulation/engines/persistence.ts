// Stands in for `#persistence/*`: what the projector and the re-drive ask of PostgreSQL, on a small store.
import type * as OfAnalysis from '#persistence/analysis';
import type * as OfCases from '#persistence/case';
import type * as Kernel from '#persistence/kernel';
import type * as OfMonitoring from '#persistence/monitoring';
import type * as OfOperations from '#persistence/operations';
import { ModelDatabase, Transaction, type Reaching } from './store.js';

type Sql = Kernel.Sql;

export { isFaultOfData } from '../../../libs/persistence/src/kernel/fault.js';
export { ModelDatabase as Database };

/** Named by the constructor of the worker's activities; the simulation brings its own. */
export class NoteRepository {}

function reaching(sql: Sql): Reaching {
  if (sql instanceof ModelDatabase || sql instanceof Transaction) {
    return sql;
  }
  throw new Error('this is no model of a database');
}

function writing(sql: Sql): Transaction {
  if (sql instanceof Transaction) {
    return sql;
  }
  throw new Error('this is written in a transaction');
}

async function reach<Result>(
  reached: Reaching,
  what: string,
  from: (store: Reaching['store']) => Result,
): Promise<Result> {
  const passing = reached.pass(what);
  if (passing !== undefined) {
    await passing;
  }
  return from(reached.store);
}

function read<Result>(sql: Sql, what: string, from: (store: Reaching['store']) => Result): Promise<Result> {
  const reached = reaching(sql);
  return reached instanceof Transaction
    ? reached.inOrder(() => reach(reached, what, from))
    : reach(reached, what, from);
}

function write(sql: Sql, what: string, change: (store: Reaching['store']) => void): Promise<void> {
  const transaction = writing(sql);
  return transaction.inOrder(() => reach(transaction, what, (store) => transaction.change(() => change(store))));
}

const placeOf = (topic: string, partition: number) => `${topic}/${partition}`;
const keyOf = ({ stream, subject, sequence }: { stream: string; subject: string; sequence: number }) =>
  `${stream} ${subject} ${sequence}`;

export const holdProjection: typeof Kernel.holdProjection = async () => undefined;

export const readPositions: typeof Kernel.readPositions = (sql, _schema, topic) =>
  read(
    sql,
    'reading positions',
    ({ positions }) =>
      new Map(
        [...positions].flatMap(([place, next]) =>
          place.startsWith(`${topic}/`) ? [[Number(place.slice(topic.length + 1)), next]] : [],
        ),
      ),
  );

/** The one log that there is here is never replaced. */
export const readMarks: typeof Kernel.readMarks = async () => new Map();

export const lockPosition: typeof Kernel.lockPosition = async (sql, _schema, topic, partition) => {
  const place = placeOf(topic, partition);
  const transaction = writing(sql);
  return transaction.inOrder(async () => {
    await transaction.lock(place);
    return reach(transaction, 'locking a position', ({ positions }) => positions.get(place) ?? 0n);
  });
};

export const savePosition: typeof Kernel.savePosition = (sql, _schema, { topic, partition, next }) =>
  write(sql, 'saving a position', ({ positions, breaks }) => {
    // Forgotten backwards is harmless; a position that runs ahead of its rows is not.
    positions.set(placeOf(topic, partition), breaks.runsAhead ? next + 1n : next);
  });

export const readStates: typeof OfCases.readStates = (sql, _schema, caseIds) =>
  read(
    sql,
    'reading states',
    ({ cases }) =>
      new Map(
        caseIds.flatMap((caseId) => {
          const row = cases.get(caseId);
          return row === undefined ? [] : [[caseId, row.state]];
        }),
      ),
  );

export const readSequences: typeof Kernel.readSequences = async () => new Map();

export const readParked: typeof Kernel.readParked = (sql, _schema, stream, subjects) =>
  read(sql, 'reading what is parked', ({ parked }) =>
    [...parked.values()].filter((row) => row.stream === stream && subjects.includes(row.subject)),
  );

export const park: typeof Kernel.park = (sql, _schema, rows) =>
  write(sql, 'parking', ({ parked }) => {
    for (const row of rows) {
      if (!parked.has(keyOf(row))) {
        parked.set(keyOf(row), row);
      }
    }
  });

export const unpark: typeof Kernel.unpark = (sql, _schema, rows) =>
  write(sql, 'unparking', ({ parked }) => rows.forEach((row) => parked.delete(keyOf(row))));

export const insertEvents: typeof Kernel.insertEvents = (sql, _schema, rows) =>
  write(sql, 'writing the log', ({ log }) => {
    for (const row of rows) {
      if (!log.has(keyOf(row))) {
        log.set(keyOf(row), row);
      }
    }
  });

export const saveCases: typeof OfCases.saveCases = (sql, _schema, rows) =>
  write(sql, 'saving cases', ({ cases }) => rows.forEach((row) => cases.set(row.case_id, row)));

export const saveAnalysisRows: typeof OfAnalysis.saveAnalysisRows = (sql, _schema, rows) =>
  write(sql, 'saving rows of analysts', (store) => {
    rows.caseRows.forEach((row) => store.caseRows.set(row.case_id, row));
    rows.referralRows.forEach((row) => store.referralRows.set(`${row.case_id} ${row.place}`, row));
  });

export const removeAnalysisRows: typeof OfAnalysis.removeAnalysisRows = (sql, _schema, caseIds) =>
  write(sql, 'removing rows of analysts', (store) => {
    for (const rows of [store.caseRows, store.referralRows]) {
      [...rows].filter(([, row]) => caseIds.includes(row.case_id)).forEach(([key]) => rows.delete(key));
    }
  });

export const changeLines: typeof OfCases.changeLines = (sql, _schema, gone, rows) =>
  write(sql, 'changing inbox lines', ({ lines }) => {
    const idOf = (one: OfCases.InboxLineKey) => `${one.case_id} ${one.owner_service_id} ${one.key}`;
    gone.forEach((one) => lines.delete(idOf(one)));
    rows.forEach((row) => lines.set(idOf(row), row));
  });

export const replaceParties: typeof OfCases.replaceParties = (sql, _schema, caseIds, rows) =>
  write(sql, 'replacing parties', ({ parties }) =>
    caseIds.forEach((caseId) =>
      parties.set(
        caseId,
        rows.filter((row) => row.case_id === caseId),
      ),
    ),
  );

export const addToMeasures: typeof OfMonitoring.addToMeasures = (sql, _schema, changes) =>
  write(sql, 'counting measures', ({ measures }) => {
    for (const { cube, week, a, b, c, d, imported, count } of changes) {
      addTo(measures, [cube, week, a, b, c, d, imported].join(' '), count);
    }
  });

function addTo(cells: Map<string, number>, cell: string, change: number): void {
  const count = (cells.get(cell) ?? 0) + change;
  if (count === 0) {
    cells.delete(cell);
  } else {
    cells.set(cell, count);
  }
}

export const appendToFeed: typeof Kernel.appendToFeed = (sql, _schema, entries) =>
  write(sql, 'appending to the feed', ({ feed }) => feed.push(...entries));

export const recordDeadLetters: typeof OfOperations.recordDeadLetters = async (sql, dead) => {
  const { deadLetters } = reaching(sql).store;
  const idOf = ({ record }: (typeof dead)[number]) => `${record.topic}/${record.partition}/${record.offset}`;
  const fresh = dead.filter((one) => !deadLetters.has(idOf(one)));
  if (fresh.length > 0) {
    await write(sql, 'recording dead letters', () =>
      fresh.forEach((one) => deadLetters.set(idOf(one), { ...one.record, reason: one.fault.reason, redriven: false })),
    );
  }
  return fresh;
};

export const lockDeadLetter: typeof OfOperations.lockDeadLetter = async (sql, deadLetterId) => {
  await writing(sql).lock(deadLetterId);
  return read(sql, 'reading a dead letter', ({ deadLetters }) => deadLetters.get(deadLetterId));
};

export const markRedriven: typeof OfOperations.markRedriven = (sql, deadLetterId) =>
  write(sql, 'marking a dead letter', ({ deadLetters }) => {
    const letter = deadLetters.get(deadLetterId);
    if (letter !== undefined) {
      deadLetters.set(deadLetterId, { ...letter, redriven: true });
    }
  });

export const updateFault: typeof OfOperations.updateFault = (sql) => write(sql, 'noting a fault', () => undefined);

export const putIntoOutbox: typeof Kernel.putIntoOutbox = (sql, entries) =>
  write(sql, 'filling the outbox', ({ outbox }) => outbox.push(...entries));
