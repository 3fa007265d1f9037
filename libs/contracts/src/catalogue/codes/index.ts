export { eventTypesByStream } from './event-types.js';
