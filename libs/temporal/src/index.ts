export { CaseClient, type CaseClientSettings, type CommandTold } from './case-client.js';
export { ClockClient, type ToldDeadline } from './clock-client.js';
export { createCaseWorker, type CaseWorkerOptions } from './case-worker.js';
export { dataConverterOf, EncryptingCodec } from './encrypting-codec.js';
export { EpochClient, startEpochs, type Installation } from './epoch-client.js';
export { CaseRefused, EngineAway, TooBusy } from './errors.js';
export { parsePayloadKeys, type PayloadKey, type PayloadKeys } from './payload-keys.js';
export { QueueWatch, type QueueFacts, type WaitingTasks } from './queue-watch.js';
export { ensureSearchAttributes } from './search-attributes.js';
