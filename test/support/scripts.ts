import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A process that a script started. */
export type Running = {
  readonly pid: number;
  alive(): boolean;
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** Asks, waits, kills after 20 s. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** One of a server. */
export type ServerProcess = Running & {
  /** `host:port` */
  readonly address: string;
};

type Place = { readonly dir: string; readonly port: number; readonly log: string };

/** A listener of Kafka beside the ordinary one. */
export type KafkaWay = { readonly name: string; readonly port: number; readonly advertised: string };

type Scripts = {
  'servers/postgres': {
    start(
      options: Place & { database?: string; settings?: Record<string, string> },
    ): Promise<ServerProcess & { url: string }>;
  };
  'servers/kafka': {
    /** The folder of the jars, which a client needs too. */
    resolve(): Promise<{ libs: string }>;
    start(options: Place & { controllerPort: number; ways: readonly KafkaWay[]; brief: true }): Promise<ServerProcess>;
  };
  'servers/temporal': { start(options: Place & { durable?: boolean }): Promise<ServerProcess> };
  'servers/chromium': {
    programIn(folder: string): Promise<string | undefined>;
    resolve(): Promise<{ executablePath: string; args: string[]; env: Record<string, string> }>;
  };
  'tools/maven': { requireJava(purpose: string, instead: string): Promise<{ file: string }> };
  'tools/ports': { freePorts(count: number): Promise<number[]> };
  'tools/leftovers': { recordProcesses(file: string): void; endLeftovers(file: string): Promise<void> };
  'tools/processes': {
    startProcess(options: { name: string; command: string; args: string[]; log: string }): Promise<Running>;
  };
  'tools/supervisor': {
    supervise(options: {
      name: string;
      start: () => Promise<Running>;
      log: string;
      onGivenUp: (trouble: Error) => void;
      pause?: (milliseconds: number) => Promise<unknown>;
      now?: () => number;
    }): Promise<{ stop(): Promise<void> }>;
  };
  'tools/secrets': { secretsIn(file: string): Record<string, string> };
  'tools/lock': { takeLock(file: string, script: string): Promise<() => void> };
  'tools/mounts': {
    mountSmall(folder: string, megabytes: number): Promise<boolean>;
    unmountIn(folder: string): Promise<void>;
  };
  'tools/vault': {
    store(folder: string, vault: string): Promise<{ files: Record<string, string> }>;
    fetchBack(vault: string, folder: string): Promise<{ files: Record<string, string> }>;
    refuseHalfRestored(folder: string): void;
    noteBegun(folder: string): void;
    refuseLost(folder: string, env: Readonly<Record<string, string>>): void;
  };
  'tools/test-servers': {
    makeTestFolder(kind: 'chaos'): { folder: string; processes: string };
    removeTestFolder(folder: string): Promise<void>;
    sweepTestFolders(): Promise<void>;
  };
};

/** Loads a module of `scripts`, which is plain JavaScript and stays where it is, whether a test runs compiled or not. */
export function script<Name extends keyof Scripts>(name: Name): Promise<Scripts[Name]> {
  const file = path.join(process.cwd(), 'scripts', `${name}.mjs`);
  return import(pathToFileURL(file).href) as Promise<Scripts[Name]>;
}
