/**
 * How swc reads our sources: for the tests and for the build alike, as `tsconfig.json` tells tsc.
 * @param {boolean} tsx whether the file has JSX
 * @returns {import('@swc/core').Options}
 */
export const swc = (tsx) => ({
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      react: { runtime: 'automatic' },
    },
    target: 'es2022',
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
});
