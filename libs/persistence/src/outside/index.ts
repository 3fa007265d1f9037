export { OutsideRepository } from './outside.repository.js';
