import { caseColumns, keptColumns, referralColumns, type RowColumn } from '#contracts/analysis/codes';
import { columnTypes } from './column-types.js';

/**
 * The statements that make the tables of a projection, in schema `projection` or, while it is rebuilt, `projection_next`.
 * A change here comes with a migration that drops and makes them again, and is followed by a rebuild.
 */
export function projectionTables(schema: 'projection' | 'projection_next'): string {
  return `
    CREATE SCHEMA ${schema};

    CREATE TABLE ${schema}.event_log (
      stream text NOT NULL,
      subject text NOT NULL,
      sequence integer NOT NULL,
      event_id text NOT NULL,
      type text NOT NULL,
      time timestamptz NOT NULL,
      by jsonb NOT NULL,
      data jsonb NOT NULL,
      partition integer NOT NULL,
      "offset" bigint NOT NULL,
      PRIMARY KEY (stream, subject, sequence)
    );

    CREATE TABLE ${schema}.case_read (
      case_id uuid PRIMARY KEY,
      sequence integer NOT NULL,
      code text NOT NULL,
      status text NOT NULL,
      lead_service_id text,
      opened_at timestamptz NOT NULL,
      closed_at timestamptz,
      outcome text,
      due_at timestamptz,
      main_difficulty text NOT NULL,
      difficulties text[] NOT NULL,
      sector text NOT NULL,
      municipality text NOT NULL,
      state jsonb NOT NULL,
      imported boolean NOT NULL
    );
    CREATE INDEX case_read_opened ON ${schema}.case_read (opened_at DESC, case_id);
    CREATE INDEX case_read_code ON ${schema}.case_read (code text_pattern_ops);
    CREATE INDEX case_read_open ON ${schema}.case_read (status) WHERE NOT imported;

    CREATE TABLE ${schema}.case_party (
      case_id uuid NOT NULL,
      service_id text NOT NULL,
      PRIMARY KEY (case_id, service_id)
    );
    CREATE INDEX case_party_service ON ${schema}.case_party (service_id, case_id);

    CREATE TABLE ${schema}.inbox_line (
      case_id uuid NOT NULL,
      owner_service_id text NOT NULL,
      key text NOT NULL,
      bucket text NOT NULL,
      due_at timestamptz,
      since timestamptz NOT NULL,
      languages text[] NOT NULL,
      difficulties text[] NOT NULL,
      line jsonb NOT NULL,
      PRIMARY KEY (case_id, owner_service_id, key)
    );
    CREATE INDEX inbox_line_drawer ON ${schema}.inbox_line (owner_service_id, bucket, due_at, case_id);

    -- How many of each cell of each cube, by week; unused dimensions are ''. "imported": from before Relais.
    CREATE TABLE ${schema}.measure_week (
      cube text NOT NULL,
      week text NOT NULL,
      a text NOT NULL,
      b text NOT NULL,
      c text NOT NULL,
      d text NOT NULL,
      imported boolean NOT NULL,
      count integer NOT NULL,
      PRIMARY KEY (cube, week, a, b, c, d, imported)
    );

    -- What analysts see of cases and of their referrals; "place": the rank of a referral in its case.
    CREATE TABLE ${schema}.case_row (
      ${rowColumns(caseColumns)},
      PRIMARY KEY (case_id)
    );
    CREATE TABLE ${schema}.referral_row (
      place integer NOT NULL,
      ${rowColumns(referralColumns)},
      PRIMARY KEY (case_id, place)
    );

    CREATE TABLE ${schema}.feed (
      position bigserial PRIMARY KEY,
      stream text NOT NULL,
      subject text NOT NULL,
      code text NOT NULL,
      sequence integer NOT NULL,
      type text NOT NULL,
      parties text[] NOT NULL,
      at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE ${schema}.parked (
      stream text NOT NULL,
      subject text NOT NULL,
      sequence integer NOT NULL,
      record jsonb NOT NULL,
      since timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (stream, subject, sequence)
    );

    CREATE TABLE ${schema}.consumer_offset (
      topic text NOT NULL,
      partition integer NOT NULL,
      next bigint NOT NULL,
      mark text,
      marked bigint,
      updated_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (topic, partition)
    );
  `;
}

function rowColumns(columns: Readonly<Record<string, RowColumn>>): string {
  return keptColumns(columns)
    .map(([name, { type, nullable }]) => `${name} ${columnTypes[type]}${nullable ? '' : ' NOT NULL'}`)
    .join(',\n      ');
}
