export { findIdentifiers } from '#domain';
