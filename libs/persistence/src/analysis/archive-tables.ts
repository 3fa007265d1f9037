import { eventColumns, type ColumnType, type EventColumn } from '#contracts/analysis/codes';
import { columnTypes } from '../kernel/column-types.js';

const required = new Set(['position', 'stream', 'type', 'subject', 'sequence', 'event_id', 'time', 'by_kind', 'data']);

/** PostgreSQL's type of a column of events. */
export function columnTypeOf(name: EventColumn): string {
  return columnTypes[eventColumns[name].type];
}

/** The statements that make the tables of the archive; like a projection it can be thrown away and rebuilt from Kafka's beginning. */
export function archiveTables(): string {
  return `
    CREATE SCHEMA archive;

    -- Events as analysts see them, in the order of their arrival; made by the archivist alone.
    CREATE TABLE archive.event (
      ${Object.entries(eventColumns).map(columnOf).join(',\n      ')},
      arrived_at timestamptz NOT NULL DEFAULT now(),
      topic text NOT NULL,
      partition integer NOT NULL,
      "offset" bigint NOT NULL,
      PRIMARY KEY (stream, subject, sequence)
    );
    CREATE UNIQUE INDEX event_position ON archive.event (position);
    CREATE INDEX event_place ON archive.event (topic, partition, "offset");
    CREATE INDEX event_time ON archive.event (time DESC, position DESC);
    -- Many types never have a profession: with both in one index no page walks through a type in vain. An order by time begins behind
    -- equal values only, and none is equal to null, hence ''.
    CREATE INDEX event_type ON archive.event (type, coalesce(profession, ''), time DESC, position DESC);
    CREATE INDEX event_code ON archive.event (code text_pattern_ops);
    CREATE INDEX event_profession ON archive.event (profession, time DESC, position DESC) WHERE profession IS NOT NULL;
    CREATE INDEX event_difficulty ON archive.event (difficulty, time DESC, position DESC) WHERE difficulty IS NOT NULL;
    CREATE INDEX event_municipality ON archive.event (municipality, time DESC, position DESC)
      WHERE municipality IS NOT NULL;
    -- Which values come together, so that the planner knows when a page is found in passing and when it is rare.
    CREATE STATISTICS archive.event_values (mcv) ON type, profession, (coalesce(profession, '')), difficulty, municipality FROM archive.event;
    ALTER STATISTICS archive.event_values SET STATISTICS 1000;
    -- Pages read from indexes alone where they can, which needs them swept often.
    ALTER TABLE archive.event SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
    CREATE SEQUENCE archive.event_positions AS integer OWNED BY archive.event.position;

    -- What is remembered of a subject: which sequences arrived, what its next events need to be read with, and whether it is erased.
    CREATE TABLE archive.subject (
      stream text NOT NULL,
      subject text NOT NULL,
      sequences int4multirange NOT NULL,
      context jsonb NOT NULL,
      erased_at timestamptz,
      PRIMARY KEY (stream, subject)
    );
    CREATE INDEX subject_erased ON archive.subject (erased_at) WHERE erased_at IS NOT NULL;

    -- Where the archivist stands in Kafka ("next"), and up to where Parquet files hold it ("filed").
    CREATE TABLE archive.place (
      topic text NOT NULL,
      partition integer NOT NULL,
      next bigint NOT NULL,
      filed bigint NOT NULL DEFAULT 0,
      filed_at timestamptz,
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (topic, partition)
    );

    -- The Parquet files that count; a file that is named nowhere here is none. "retired_at": replaced, deleted a while later.
    CREATE TABLE archive.file (
      file_id uuid PRIMARY KEY,
      stream text NOT NULL,
      month text NOT NULL,
      path text NOT NULL UNIQUE,
      rows integer NOT NULL,
      bytes bigint NOT NULL,
      compacted boolean NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      retired_at timestamptz
    );
    CREATE INDEX file_month ON archive.file (stream, month) WHERE retired_at IS NULL;

    -- Months whose files still hold an erased subject.
    CREATE TABLE archive.erasure (
      stream text NOT NULL,
      month text NOT NULL,
      subject text NOT NULL,
      PRIMARY KEY (stream, month, subject)
    );
  `;
}

function columnOf([name, { type }]: [string, { readonly type: ColumnType }]): string {
  return `${name} ${columnTypes[type]}${required.has(name) ? ' NOT NULL' : ''}`;
}
