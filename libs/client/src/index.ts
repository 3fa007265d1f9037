export {
  followEvents,
  InvalidRecord,
  type FollowedEvent,
  type FollowedFault,
  type FollowOptions,
  type Place,
} from './follow.js';
export { BadPosition } from './position.js';
