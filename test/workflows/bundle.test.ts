import { describe, expect, it } from '@jest/globals';
import { bundleWorkflows } from '../../workflows/bundle.js';

describe('the workflow bundle', () => {
  it('holds the case workflow and the core, and neither zod nor the anonymity guard nor the archive nor measures nor figures', async () => {
    const { code } = await bundleWorkflows(console.error);
    const modules = [...code.matchAll(/^\s*\/\*{3}\/ "([^"]+)"/gm)].map(([, name]) => name ?? '');
    expect(modules).toContain('./workflows/case.workflow.ts');
    expect(modules).toContain('./libs/domain/src/case/decide.ts');
    expect(
      modules.filter((name) => /\/zod\/|\/(?:anonymity|analysis|monitoring|outside)\/\w|\/codes\/labels/.test(name)),
    ).toEqual([]);
    expect(modules.filter((name) => name.includes('/contracts/src/') && !name.includes('/codes/'))).toEqual([]);
    // An index names them, and no workflow uses them.
    expect(modules.filter((name) => /\/case\/(?:views|actions)\b/.test(name))).toEqual([]);
    // The program without its source map, which holds the paths of the machine: 0.69 MB when this was written, most of it the SDK.
    expect(code.indexOf('//# sourceMappingURL')).toBeGreaterThan(0);
    expect(code.indexOf('//# sourceMappingURL')).toBeLessThan(750_000);
  });
});
