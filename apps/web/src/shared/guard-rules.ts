export { findIdentifiers } from '#domain/anonymity';
