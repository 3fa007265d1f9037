export { OperationsRepository, type FlowFacts } from './operations.repository.js';
export { RunningRepository, type KnownProcess } from './running.repository.js';
export * from './dead-letter.repository.js';
export { checkKeys, forgetKey, WrongKeys, type InstallationKey } from './installation-key.repository.js';
export { databaseWithKeys, requireKeys } from './keys.js';
export { ProcessRepository } from './process.repository.js';
export { countWaiting } from './progress.repository.js';
