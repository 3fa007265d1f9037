export { chanceOf, noiseOf, verdictsOf, type SpanCount, type Verdict } from './chance.js';
export * from './figures.js';
export { leastBaseline, limitsOf, readSeries, type Limits, type SeriesReading } from './signals.js';
export * from './measures/index.js';
