export * from './codes/index.js';
export * from './origin.js';
export * from './text.js';
export * from './vocabulary.js';
export * from './ids.js';
export * from './live.js';
export { CaseLanguage, Difficulty, Profession, Stage } from './vocabulary.js';
export { Text } from './text.js';
export { hasSequence, withSequence, type Sequences } from './sequences.js';
