import { ways, type Link } from '../arena/links.js';
import type { Fault, Scene } from './fault.js';

type Choice = (link: Link) => boolean;

const linksOf = ({ arena }: Scene, choice: Choice) => arena.links.filter(choice);

/** Cuts all connections of a link and refuses new ones. */
export const cuts: readonly Fault[] = ways.map(([from, to]) => ({
  name: `cut-${from}-${to}`,
  what: `the connections from ${from} to ${to} cut for 10 s`,
  comparedWith: from,
  lasts: { long: 10_000, short: 1_500 },
  mixes: true,
  ...(to === 'kafka' && { commandsGoOn: true }),
  strike: (scene) => cut(scene, (link) => link.from === from && link.to === to),
}));

/** Holds everything on a link back by half a second, there and back together. */
export const latencies: readonly Fault[] = ways.map(([from, to]) => ({
  name: `slow-${from}-${to}`,
  what: `500 ms latency between ${from} and ${to} for 20 s`,
  comparedWith: from,
  lasts: { long: 20_000, short: 2_000 },
  mixes: true,
  commandsGoOn: true,
  strike: (scene) => delay(scene, (link) => link.from === from && link.to === to, 250),
}));

/** Kafka out of reach of everybody for long. */
export const kafkaAway: Fault = {
  name: 'kafka-away',
  what: 'Kafka out of reach for 5 minutes',
  comparedWith: 'kafka',
  lasts: { long: 300_000, short: 8_000 },
  mixes: false,
  once: true,
  commandsGoOn: true,
  strike: (scene) => cut(scene, (link) => link.to === 'kafka'),
};

/** A projector whose every statement takes long: a batch takes ten times as long and more. */
export const slowProjector: Fault = {
  name: 'slow-projector',
  what: 'the projector slowed tenfold for 30 s (20 ms more for every round trip to PostgreSQL)',
  comparedWith: 'projector',
  lasts: { long: 30_000, short: 2_000 },
  mixes: true,
  commandsGoOn: true,
  strike: (scene) => delay(scene, (link) => link.from === 'projector' && link.to === 'postgres', 10),
};

async function cut(scene: Scene, choice: Choice) {
  linksOf(scene, choice).forEach((link) => link.cut());
  return { heal: async () => linksOf(scene, choice).forEach((link) => link.mend()) };
}

async function delay(scene: Scene, choice: Choice, milliseconds: number) {
  linksOf(scene, choice).forEach((link) => link.delay(milliseconds));
  return { heal: async () => linksOf(scene, choice).forEach((link) => link.delay(0)) };
}
