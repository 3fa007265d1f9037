export { chanceOf, noiseOf, verdictsOf, type SpanCount, type Verdict } from './chance.js';
export * from './figures.js';
export * from './readings/change.js';
export type { ToldCount } from './readings/counts.js';
export * from './readings/own.js';
export * from './readings/series.js';
export * from './readings/where.js';
export { plain, type Since, type Telling } from './readings/words.js';
export { leastBaseline, limitsOf, readSeries, type Limits, type SeriesReading } from './signals.js';
