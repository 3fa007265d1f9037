export { findingsIn, guardOf } from '#domain/anonymity';
