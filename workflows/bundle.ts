import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const thisFile = fileURLToPath(import.meta.url);
const root = path.join(path.dirname(thisFile), '..');

/**
 * What no workflow calls: the guard checks texts before they become commands, measures are taken of events, as rows of the archive are, figures are read by people.
 * A worker without a cache evaluates the whole bundle for every workflow task.
 */
const ignored = [
  'libs/contracts/src/monitoring/codes/counting',
  'libs/contracts/src/kernel/codes/labels',
  'libs/contracts/src/monitoring/codes/monitoring',
  'libs/domain/src/anonymity/index',
  'libs/domain/src/analysis/index',
  'libs/domain/src/monitoring/measures/index',
  'libs/domain/src/monitoring/index',
  'libs/domain/src/outside/periods',
];

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
        alias: {
          ...config.resolve?.alias,
          ...Object.fromEntries(ignored.map((file) => [path.join(root, `${file}${extension}`), false])),
        },
      },
    }),
    logger: { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: report, error: report },
  });
}

// The last step of `npm run build`: writes what the worker loads, so that it starts without a bundler.
if (process.argv[1] === thisFile) {
  const { code } = await bundleWorkflows(console.error);
  writeFileSync(path.join(path.dirname(thisFile), 'workflow-bundle.js'), code);
  console.log(`workflow bundle: ${(code.length / 1e6).toFixed(1)} MB`);
}
