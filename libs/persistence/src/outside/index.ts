export { OutsideRepository, type StoredPoint, writePoints, type WrittenPoints } from './outside.repository.js';
