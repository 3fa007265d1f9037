import path from 'node:path';
import { cachedBuild } from '../tools/cache.mjs';

/**
 * Java's archive of the classes that Kafka loads, made once for a Java and a set of jars: a node that starts with it does
 * without 1.4 of 3.4 seconds of processor time. (Java 19 and later keep one by themselves; 17, the least we ask for, does not.)
 * @param {object} options
 * @param {string} options.version of Kafka
 * @param {(string | Buffer)[]} options.ingredients what decides about Kafka's jars, and where they are
 * @param {import('../tools/programs.mjs').Tool} options.java
 * @param {(dir: string, argument: string) => Promise<void>} options.runOnce starts a node in a folder with one more argument, and ends it in good order
 * @returns {Promise<string>} the argument with which Java takes them from there
 */
export async function archivedClasses({ version, ingredients, java, runOnce }) {
  const { dir } = await cachedBuild({
    name: 'kafka-classes',
    title: 'an archive of the classes of Kafka',
    version,
    verb: 'Making',
    ingredients: [...ingredients, java.file, java.version],
    expected: 'about 10 seconds, once',
    build: (draft) => runOnce(draft, `-XX:ArchiveClassesAtExit=${path.join(draft, FILE)}`),
  });
  return `-XX:SharedArchiveFile=${path.join(dir, FILE)}`;
}

const FILE = 'classes.jsa';
