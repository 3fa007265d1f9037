import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defaultClientConditions, defineConfig } from 'vite';
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

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), texts, pureLibraries],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // One file of all icons instead of one for each: fewer requests, and fewer bytes on the pages that have many.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'icons', test: /\/icon(?:s|-paths)?\.ts$/ }] } } },
  },
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
});
