export { covered } from './covered.js';
export { findIdentifiers } from './find-identifiers.js';
export type { Finding, IdentifierKind } from './finding.js';
export { freeTexts, type Refusing, type Safeguard } from './free-texts.js';
export { findingsIn, guardOf, type PlacedFinding } from './guarding.js';
