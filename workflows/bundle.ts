import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const thisFile = fileURLToPath(import.meta.url);
const root = path.join(path.dirname(thisFile), '..');

/**
 * Bundles the workflows beside this file: the compiled ones when it was compiled, else the sources.
 * @param report says what the bundler complains of
 */
export async function bundleWorkflows(report: (line: string) => void): Promise<WorkflowBundleWithSourceMap> {
  const extension = path.extname(thisFile);
  const nothing = (): void => {};
  return bundleWorkflowCode({
    workflowsPath: path.join(root, `workflows/all${extension}`),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        ...(extension === '.ts' ? { conditionNames: ['source', '...'] } : {}),
      },
      // The core is pure: what an index names and no workflow uses stays out, so that a view costs no running case anything.
      optimization: { ...config.optimization, providedExports: true, sideEffects: true },
      module: {
        ...config.module,
        rules: [...(config.module?.rules ?? []), { test: /[\\/]libs[\\/]domain[\\/]/, sideEffects: false }],
      },
    }),
    logger: { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: report, error: report },
  });
}

// The last step of `npm run build:processes`: writes what the worker loads, so that it starts without a bundler.
if (process.argv[1] === thisFile) {
  const { code } = await bundleWorkflows(console.error);
  writeFileSync(path.join(path.dirname(thisFile), 'workflow-bundle.js'), code);
  console.log(`workflow bundle: ${(code.length / 1e6).toFixed(1)} MB`);
}
