import { proxyTo, type Proxy } from '../../support/proxy.js';
import type { Engine, Part } from './player.js';

/** The way from the processes of one part to an engine. */
export type Link = {
  readonly from: Part;
  readonly to: Engine;
  /** Ends all connections and refuses new ones. */
  cut(): void;
  mend(): void;
  /** Holds back what passes by so many milliseconds, in each direction. */
  delay(milliseconds: number): void;
};

/** The links that exist. */
export const ways = [
  ['api', 'postgres'],
  ['api', 'temporal'],
  ['worker', 'postgres'],
  ['worker', 'temporal'],
  ['worker', 'kafka'],
  ['projector', 'postgres'],
  ['projector', 'kafka'],
] as const satisfies readonly (readonly [Part, Engine])[];

/** Ports on which Kafka listens for the parts that reach it through a proxy. */
export type KafkaPorts = Readonly<Record<'worker' | 'projector', number>>;

/** All links and the addresses at their near ends. */
export type Links = {
  readonly all: readonly (Link & Proxy)[];
  addressOf(from: Part, to: Engine): string;
  stop(): Promise<void>;
};

/** Opens a way for every pair of part and engine. A broker tells its clients its own address, so each part has one of its own there. */
export async function openLinks(
  targets: Readonly<Record<'postgres' | 'temporal', string>>,
  kafka: KafkaPorts,
): Promise<Links> {
  const all = await Promise.all(
    ways.map(async ([from, to]) => {
      const target = to === 'kafka' ? `127.0.0.1:${kafka[from]}` : targets[to];
      return { from, to, ...(await proxyTo(target)) };
    }),
  );
  return {
    all,
    addressOf: (from, to) => {
      const link = all.find((one) => one.from === from && one.to === to);
      if (link === undefined) {
        throw new Error(`there is no link from ${from} to ${to}`);
      }
      return link.address;
    },
    stop: async () => {
      await Promise.all(all.map((link) => link.stop()));
    },
  };
}
