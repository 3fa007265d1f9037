import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defaultClientConditions, defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { texts } from './vite.texts.js';

const api = process.env['API_URL'] ?? 'http://localhost:8400';

/**
 * The pure libraries do nothing when they are imported. Said so, each page takes from a subject only what it uses,
 * and not the schemas beside the type it named: 15 KB of a first load of 215.
 */
const pureLibraries: Plugin = {
  name: 'relais-pure-libraries',
  transform: {
    filter: { id: /\/libs\/(?:charts|figures|domain|contracts)\/src\// },
    handler: (code) => ({ code, map: null, moduleSideEffects: false }),
  },
};

/** Each text of the build once more in the forms that the API sends (`kernel/system/web.ts`). Quality (parameter 1) 9 is within 2 % of 11, in a tenth of the time. */
const smallForms = compression({
  algorithms: [defineAlgorithm('gzip', { level: 9 }), defineAlgorithm('brotliCompress', { params: { 1: 9 } })],
  include: /\.(?:js|css|svg)$/,
  logLevel: 'silent',
});

/** Fewer requests: all icons are one file, which is also fewer bytes on pages that have many; and so is what every page begins with, but for the program that names the build. */
const groups = [
  { name: 'icons', test: /\/icon(?:s|-paths)?\.ts$/, priority: 1 },
  { name: 'first', tags: ['$initial' as const], test: (id: string) => !/\/(?:main\.tsx|index\.html)/.test(id) },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), texts, pureLibraries, smallForms],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
});
