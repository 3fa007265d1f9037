export type { CubeCell } from './epoch-row.js';
export { EpochRepository, type Published, type SumQuery } from './epoch.repository.js';
export { MeasureRepository, type Measured } from './measure.repository.js';
export { type NewPack, PackRepository, type PinnedFigure, type StoredPack } from './pack.repository.js';
export { PackPdfRepository } from './pack-pdf.repository.js';
export { SharedFigureRepository } from './shared-figure.repository.js';
export * from './epoch-closing.repository.js';
export { addToMeasures, type MeasureChange } from './measure-week.repository.js';
