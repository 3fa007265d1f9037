export { contentOf } from './contents.js';
export { filesWith, joinFiles, writeEvents, type WrittenFile } from './events.js';
export { writeMeasures } from './measures.js';
export { writeRows, type RowPiece } from './rows.js';
export { missingFrom, removeFile, sweep } from './workplace.js';
