import fs from 'node:fs';
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';
import { cpuTime } from './cpu-time.mjs';

/** The environment of jest for Node; it also writes down the CPU time of each file: of its process and of what that started and ended. */
export default class CountedEnvironment extends TestEnvironment {
  /**
   * @param {import('@jest/environment').JestEnvironmentConfig} config
   * @param {import('@jest/environment').EnvironmentContext} context
   */
  constructor(config, context) {
    // Globals as fast as in any program: jest's own are looked up through a proxy, each `Math` and each `Date`, which costs
    // a test that counts much more than half of its time.
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
    // Each `expect` takes down where it stands, in case it fails: of a hundred frames, jest's own limit, nobody reads the last eighty.
    this.global.Error.stackTraceLimit = 20;
    this.file = context.testPath;
    this.began = { cpu: cpuTime(), at: Date.now() };
  }

  /** @override */
  async teardown() {
    await super.teardown();
    const costs = process.env.TEST_COSTS;
    if (costs) {
      const { cpu, at } = this.began;
      const now = cpuTime();
      const seconds = now.user + now.system - cpu.user - cpu.system;
      fs.appendFileSync(costs, `${JSON.stringify({ file: this.file, seconds, wall: (Date.now() - at) / 1e3 })}\n`);
    }
  }
}
