import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

// Run from dist: bundles the compiled workflows beside this file. `npm run build` calls it after tsc.
const here = path.dirname(fileURLToPath(import.meta.url));
const { code } = await bundleWorkflowCode({
  workflowsPath: path.join(here, 'case.workflow.js'),
});
mkdirSync(here, { recursive: true });
const file = path.join(here, 'workflow-bundle.js');
writeFileSync(file, code);
console.log(`workflow bundle: ${(code.length / 1e6).toFixed(1)} MB in ${file}`);
