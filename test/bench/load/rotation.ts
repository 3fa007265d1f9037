import { performance } from 'node:perf_hooks';

/** Commands that follow each other on one case. */
export type Journey = {
  /** Gives the next command and waits for its answer; false when it was the last. */
  next(): Promise<boolean>;
};

/** How long each command took (ms), and how long all of them took (s). */
export type Run = { readonly latencies: number[]; readonly seconds: number };

type Rotation = {
  /** Commands on their way at the same time. */
  readonly concurrency: number;
  readonly journeys: number;
};

/** Cases that each caller has in hand, so that one command rarely follows the one before on the same case. */
const held = 4;

/** Plays journeys to their ends; every caller goes round the cases it has in hand. */
export async function rotate({ concurrency, journeys }: Rotation, begin: () => Journey): Promise<Run> {
  const latencies: number[] = [];
  let left = journeys;
  const call = async () => {
    const hand: Journey[] = [];
    for (;;) {
      while (hand.length < held && left > 0) {
        left--;
        hand.push(begin());
      }
      const journey = hand.shift();
      if (journey === undefined) {
        return;
      }
      const from = performance.now();
      const goesOn = await journey.next();
      latencies.push(performance.now() - from);
      if (goesOn) {
        hand.push(journey);
      }
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: concurrency }, call));
  return { latencies, seconds: (performance.now() - from) / 1000 };
}

/** Gives commands at a steady rate, whether or not the ones before are answered, and waits for the last answer. */
export async function pace(rate: number, seconds: number, begin: () => Journey): Promise<Run> {
  const latencies: number[] = [];
  const idle: Journey[] = [];
  const under: Promise<void>[] = [];
  const from = performance.now();
  const give = async (journey: Journey) => {
    const sent = performance.now();
    const goesOn = await journey.next();
    latencies.push(performance.now() - sent);
    if (goesOn) {
      idle.push(journey);
    }
  };
  const count = Math.round(rate * seconds);
  for (let index = 0; index < count; index++) {
    const due = from + (index * 1000) / rate;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    under.push(give(idle.length < held ? begin() : (idle.shift() ?? begin())));
  }
  await Promise.all(under);
  return { latencies, seconds: (performance.now() - from) / 1000 };
}
