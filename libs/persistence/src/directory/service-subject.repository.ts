import type { DirectoryEvent } from '#contracts/directory';
import { serviceDecider, type ServiceCommand, type ServiceState } from '#domain/directory';
import type { PerformedSubject } from '../kernel/perform.repository.js';

/** Enters every service that is in the table and not yet a subject, as it stands there. */
export const enterServices = `
  INSERT INTO relais.subject (stream, id, sequence, state)
  SELECT 'directory', service_id, 0, jsonb_build_object('sequence', 0, 'organisationId', organisation_id, 'capacity', capacity,
           'capacityConfirmedAt', to_char(capacity_confirmed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    FROM relais.service ON CONFLICT DO NOTHING`;

/** A service as a subject whose truth is PostgreSQL; `relais.service` is what the directory is searched in. */
export const serviceSubject: PerformedSubject<ServiceState, ServiceCommand, DirectoryEvent> = {
  stream: 'directory',
  topic: 'directory.v1',
  decider: serviceDecider,
  write: async (sql, id, { capacity, capacityConfirmedAt }) => {
    await sql.query('UPDATE relais.service SET capacity = $2, capacity_confirmed_at = $3 WHERE service_id = $1', [
      id,
      capacity,
      capacityConfirmedAt,
    ]);
  },
};
