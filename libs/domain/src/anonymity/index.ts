export { covered } from './covered.js';
export { findIdentifiers } from './find-identifiers.js';
export type { Finding, IdentifierKind } from './finding.js';
export type { Refusing, Safeguard } from './free-text.js';
export { freeTexts } from './free-texts.js';
export { findingsIn, guardOf, type PlacedFinding } from './guarding.js';
