export { faultFor } from './faults.js';
export type { Files } from './ground.js';
export type { Fault, FaultReason, IntoFile, IntoRows, Job, JobMessage, ResultColumn } from './job.js';
export { mostQueries, QueryRunner, runSeconds, type RunnerOptions, type RunOptions } from './runner.js';
export { nameOf, textOf } from './sql.js';
export { tables, type Table, type TableColumn } from './tables.js';
export { valueAt, whereOf, type Where } from './where.js';
