export { standingOf, type SignOfProcess } from './processes.js';
