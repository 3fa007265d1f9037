import fs from 'node:fs';
import { run } from './processes.mjs';
import { findJava, findMaven, requireTool } from './programs.mjs';

// For a program that runs for seconds Java's thorough compiler costs more than it brings: 13 s of processor time become 8.
const BRIEF = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/** Java, or one sentence on what is missing. @param {string} purpose @param {string} instead */
export async function requireJava(purpose, instead) {
  return requireTool(await findJava(), { name: 'Java', least: '17', purpose, instead });
}

/**
 * The version of a dependency in a pom.
 * @param {string} pom
 * @param {string} artifact
 */
export function versionIn(pom, artifact) {
  const pattern = new RegExp(`<artifactId>${artifact}</artifactId>\\s*<version>([^<]+)</version>`);
  const version = pattern.exec(fs.readFileSync(pom, 'utf8'))?.[1];
  if (!version) {
    throw new Error(`${pom} has no version of ${artifact}`);
  }
  return version;
}

/**
 * Copies the jars of a pom's dependencies into a folder.
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.pom
 * @param {string} options.libs folder to fill
 * @param {string} options.log
 * @param {string} options.instead what to do when Maven is missing
 */
export async function copyJars({ title, pom, libs, log, instead }) {
  const purpose = `Fetching ${title}`;
  const maven = requireTool(await findMaven(), { name: 'Maven', least: '3.6', purpose, instead });
  await requireJava(purpose, instead);
  const args = ['-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  const env = { ...process.env, MAVEN_OPTS: `${BRIEF} ${process.env.MAVEN_OPTS ?? ''}` };
  await run(purpose, maven.file, [...args, `-DoutputDirectory=${libs}`], { log, env });
}
