export { findIdentifiers } from './find-identifiers.js';
export type { Finding, IdentifierKind } from './finding.js';
