import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { roles } from '#contracts/people/codes';
import { directory, seedDirectory } from './directory.js';
import { seedOutside } from './outside.js';

const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } });

if (values.list) {
  console.log(personaTable());
} else {
  await seed();
}

async function seed(): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined) {
    console.error('DATABASE_URL is not set: say which database the demonstration goes to.');
    process.exitCode = 1;
    return;
  }
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    await seedDirectory(dataSource);
    await seedOutside(dataSource, new Date());
  } finally {
    await dataSource.destroy();
  }
  const { organisations, services, personas } = directory;
  console.log(
    `Demonstration: ${organisations.length} institutions, ${services.length} services, ${personas.length} people.`,
  );
}

/** The people one can sign in as: name, what they are, organisation, id. */
function personaTable(): string {
  const rows = directory.personas.map((person) => [
    person.name,
    [...person.roles.map((role) => roles[role].label.en), ...person.serviceIds.map(serviceName)].join(', '),
    directory.organisations.find((one) => one.organisationId === person.organisationId)?.name ?? '',
    person.personId,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}

function serviceName(serviceId: string): string {
  return directory.services.find((one) => one.serviceId === serviceId)?.name.en ?? serviceId;
}
