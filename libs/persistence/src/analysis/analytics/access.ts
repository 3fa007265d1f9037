import type { Sql } from '../../kernel/database.js';
import { viewFunctions } from './views.js';

/** The group of all roles that read schema `analytics`; nobody logs in as it. */
export const analyticsRole = 'relais_analytics';

/** Functions through which the views read. */
const readers = viewFunctions.map((name) => `analytics.${name}()`).join(', ');

/**
 * Functions everybody may call by PostgreSQL's default and a reader must not: locks that stop Relais, and large objects and
 * log messages, which fill the disk.
 */
const notForReaders = String.raw`
  SELECT oid::regprocedure::text AS name FROM pg_proc
   WHERE pronamespace = 'pg_catalog'::regnamespace
     AND (proname ~ '^pg_(try_)?advisory_' OR proname ~ '^lo_(creat|create|from_bytea|put|truncate|truncate64|unlink|import|export|open)$'
          OR proname IN ('lowrite', 'pg_logical_emit_message', 'pg_export_snapshot'))
   ORDER BY 1`;

type Standing = {
  readonly user: string;
  readonly superuser: boolean;
  readonly creator: boolean;
  readonly exists: boolean;
};

/**
 * Lets the readers' group read schema `analytics` and takes from everybody what a reader could do harm with. May be repeated at any
 * time. Roles belong to the whole server: where this connection may not do something, the answer says what an operator has to run.
 */
export async function openAnalytics(sql: Sql): Promise<string[]> {
  const [standing] = await sql.query<Standing>(
    `SELECT current_user AS user, rolsuper AS superuser, rolsuper OR rolcreaterole AS creator,
            EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS exists
       FROM pg_roles WHERE rolname = current_user`,
    [analyticsRole],
  );
  if (standing === undefined) {
    throw new Error('the role of this connection is unknown');
  }
  if (!standing.exists) {
    if (!standing.creator) {
      return [
        `Outside tools cannot read yet: run CREATE ROLE ${analyticsRole} NOLOGIN as a superuser, then migrate again.`,
      ];
    }
    await createRole(sql);
  }
  await sql.query(`
    REVOKE ALL ON SCHEMA analytics FROM PUBLIC;
    GRANT USAGE ON SCHEMA analytics TO ${analyticsRole};
    GRANT SELECT ON ALL TABLES IN SCHEMA analytics TO ${analyticsRole};
    REVOKE EXECUTE ON FUNCTION ${readers} FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION ${readers} TO ${analyticsRole};
  `);
  if (standing.superuser) {
    await sql.query(hardening(await databaseName(sql), standing.user, await functionsOf(sql)));
  }
  return openDoors(sql, standing.user);
}

async function createRole(sql: Sql): Promise<void> {
  try {
    await sql.query(`CREATE ROLE ${analyticsRole} NOLOGIN`);
  } catch (error) {
    // Another database of the same server made it at the same moment.
    if (!['42710', '23505'].includes(String((error as { code?: unknown }).code))) {
      throw error;
    }
  }
}

async function databaseName(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
  return row?.name ?? '';
}

async function functionsOf(sql: Sql): Promise<string[]> {
  return (await sql.query<{ name: string }>(notForReaders)).map(({ name }) => name);
}

/** What takes from everybody what readers must not have, and leaves it to Relais. */
function hardening(database: string, user: string, functions: readonly string[]): string {
  const role = `"${user.replaceAll('"', '""')}"`;
  return [
    `GRANT TEMPORARY ON DATABASE ${database} TO ${role};`,
    `REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC;`,
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC;',
    `GRANT EXECUTE ON FUNCTION ${functions.join(', ')} TO ${role};`,
    `REVOKE EXECUTE ON FUNCTION ${functions.join(', ')} FROM PUBLIC;`,
  ].join('\n');
}

/** One sentence for everything a reader can still do that it should not, and for what the watch of statements lacks. */
async function openDoors(sql: Sql, user: string): Promise<string[]> {
  const [found] = await sql.query<{ temporary: boolean; creates: boolean; functions: string[]; signals: boolean }>(
    `SELECT has_database_privilege($1, current_database(), 'TEMP') AS temporary,
            EXISTS (SELECT FROM pg_namespace WHERE has_schema_privilege($1, oid, 'CREATE')) AS creates,
            ARRAY(SELECT name FROM (${notForReaders}) one WHERE has_function_privilege($1, name, 'EXECUTE')) AS functions,
            pg_has_role('pg_signal_backend', 'USAGE') AND pg_has_role('pg_read_all_stats', 'USAGE') AS signals`,
    [analyticsRole],
  );
  const harden = hardening(await databaseName(sql), user, found?.functions ?? []);
  const open = found !== undefined && (found.temporary || found.creates || found.functions.length > 0);
  return [
    ...(open
      ? [`Readers of schema analytics can do more than read. Run as a superuser in this database:\n${harden}`]
      : []),
    ...(found?.signals === true
      ? []
      : [
          `Statements of readers cannot be stopped: run GRANT pg_signal_backend, pg_read_all_stats TO ${user} as a superuser.`,
        ]),
  ];
}
