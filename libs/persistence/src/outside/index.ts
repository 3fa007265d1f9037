export { OutsideRepository, type NewSeries } from './outside.repository.js';
