export * from './codes/index.js';
export * from './commands.js';
export * from './events.js';
export * from './facts.js';
export * from './imports.js';
export { AgeBand, Channel, LegalForm, Sector, SizeBand, Urgency } from './facts.js';
export * from './policy.js';
export * from './views.js';
