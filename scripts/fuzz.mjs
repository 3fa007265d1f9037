// `npm run fuzz`: Schemathesis, a Python program, asks every route as every role for what the OpenAPI document allows and forbids,
// at a system of its own; no answer may be a fault of ours or one that the document does not tell.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './tools/paths.mjs';
import { findOnPath, probeTool, requireTool } from './tools/programs.mjs';
import { sayFailure } from './tools/say.mjs';

async function main() {
  const file = process.env['SCHEMATHESIS'] ?? findOnPath('schemathesis');
  const { file: program } = requireTool(file && (await probeTool(file, ['--version'], /version (\S+)/)), {
    name: 'Schemathesis',
    least: '4.0',
    purpose: 'Fuzzing',
    instead:
      'make a Python environment (`python3 -m venv`), `pip install schemathesis` in it, and name it with SCHEMATHESIS',
  });
  const suite = [path.join(root, 'scripts/test.mjs'), 'test/integration/api.test.ts', '-t', '^fuzz '];
  const { status } = spawnSync(process.execPath, suite, {
    stdio: 'inherit',
    env: { ...process.env, SCHEMATHESIS: program },
  });
  process.exitCode = status ?? 1;
}

main().catch(sayFailure);
