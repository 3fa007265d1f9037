import fs from 'node:fs';
import path from 'node:path';
import { cachedBuild, cacheFolder } from '../tools/cache.mjs';
import { copyJars, requireJava, versionIn } from '../tools/maven.mjs';
import { root } from '../tools/paths.mjs';
import { findOnPath } from '../tools/programs.mjs';

const pom = path.join(root, 'infra/temporal-test-server/pom.xml');
const program = 'temporal-test-server';
const instead = `set TEMPORAL_TEST_SERVER_PATH to a ${program} program`;

const wrapper = `#!/bin/sh
# Temporal's time-skipping test server, called by @temporalio/testing as an existing-path executable.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
exec "\${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
  -Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp "$here/libs/*" io.temporal.testserver.TestServer "$@"
`;

const recipe = {
  name: program,
  title: "Temporal's time-skipping test server",
  version: versionIn(pom, program),
  ingredients: [fs.readFileSync(pom), wrapper],
  expected: 'about 10 seconds, once',
};

/** Folder of the cached build. */
export const cache = cacheFolder(recipe);

/**
 * Finds the program: from TEMPORAL_TEST_SERVER_PATH, on PATH, in the cache, or fetched with Maven.
 * @returns {Promise<{ file: string, taken: string }>}
 */
export async function resolve() {
  const given = process.env.TEMPORAL_TEST_SERVER_PATH;
  if (given) {
    return { file: given, taken: 'TEMPORAL_TEST_SERVER_PATH' };
  }
  const onPath = findOnPath(program);
  if (onPath) {
    return { file: onPath, taken: `program on PATH (${onPath})` };
  }
  const { dir, taken } = await cachedBuild({ ...recipe, build });
  await requireJava(`Running ${recipe.title}`, instead);
  return { file: path.join(dir, program), taken };
}

/** @param {string} dir */
async function build(dir) {
  await copyJars({ title: recipe.title, pom, libs: path.join(dir, 'libs'), log: `${cache}.log`, instead });
  fs.writeFileSync(path.join(dir, program), wrapper, { mode: 0o755 });
}
