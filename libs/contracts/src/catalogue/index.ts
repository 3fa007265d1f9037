export { hiddenFields, withoutHidden } from './hidden-fields.js';
export { asyncApi, contractAttributes } from './async-api.js';
export { changesSince, typeBefore, versionOf } from './changes.js';
export { fieldsOf, isHidden } from './fields.js';
export { releasedSchemas } from './released.js';
export { catalogue, type CatalogueEntry, type JsonSchema, schemaIdOf, schemaUrlOf } from './schemas.js';
export * from './problem-details.js';
export * from './problems.js';
export { upcast, upcasters, type Upcaster } from './upcast.js';
