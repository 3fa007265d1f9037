import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever changes what a person may do, and however, every process that has a stream of theirs open is told. */
export class RightsNotices1764000000021 implements MigrationInterface {
  readonly name = 'RightsNotices1764000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION relais.tell_membership() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('relais_rights', coalesce(NEW.person_id, OLD.person_id));
        RETURN NULL;
      END $$;
      CREATE FUNCTION relais.tell_membership_service() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('relais_rights', person_id) FROM relais.membership
          WHERE membership_id IN (NEW.membership_id, OLD.membership_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER tell_membership AFTER INSERT OR UPDATE OR DELETE ON relais.membership
        FOR EACH ROW EXECUTE FUNCTION relais.tell_membership();
      CREATE TRIGGER tell_membership_service AFTER INSERT OR UPDATE OR DELETE ON relais.membership_service
        FOR EACH ROW EXECUTE FUNCTION relais.tell_membership_service();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tell_membership_service ON relais.membership_service;
      DROP TRIGGER tell_membership ON relais.membership;
      DROP FUNCTION relais.tell_membership_service, relais.tell_membership;
    `);
  }
}
