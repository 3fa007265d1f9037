import type { DataSource } from 'typeorm';
import { organisations } from './organisations.js';
import { personas } from './personas.js';
import { writeDirectory, type Directory } from './seed.repository.js';
import { financeServices } from './services.finance.js';
import { firstLineServices } from './services.first-line.js';
import { wellbeingServices } from './services.wellbeing.js';

/** The demonstration's institutions, services and people. */
export const directory: Directory = {
  organisations,
  services: [...firstLineServices, ...financeServices, ...wellbeingServices],
  personas,
};

/** Writes the demonstration's directory to a migrated database; may be repeated at every start. */
export async function seedDirectory(dataSource: DataSource): Promise<void> {
  await writeDirectory(dataSource, directory, new Date());
}
