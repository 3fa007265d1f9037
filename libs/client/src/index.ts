export {
  followEvents,
  InvalidRecord,
  type FollowedEvent,
  type FollowedFault,
  type FollowOptions,
  type RecordPlace,
} from './follow.js';
export { BadPosition } from './position.js';
