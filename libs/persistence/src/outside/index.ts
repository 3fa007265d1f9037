export { OutsideRepository, writePoints, type WrittenPoints } from './outside.repository.js';
