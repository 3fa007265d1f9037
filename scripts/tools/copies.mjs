import { Trouble } from './say.mjs';

const MOST = 9;

/**
 * How many of each process `--scale N` asks for.
 * @param {string | undefined} given what stands after `--scale`
 */
export function copiesOf(given) {
  const copies = Number(given);
  if (!Number.isInteger(copies) || copies < 1 || copies > MOST) {
    throw new Trouble(
      `\`--scale\` needs how many of each process to start, from 1 to ${MOST}, e.g. \`npm start -- --scale 2\`.`,
    );
  }
  return copies;
}

/**
 * The ports of each copy. Alone, the API has the usual port; with others it leaves that to the balancer and begins ten further,
 * as every other copy does.
 * @param {{ api: number, worker: number, projector: number, archivist: number }} ports of a start without copies
 * @param {number} copies
 */
export function copyPortsOf({ api, worker, projector, archivist }, copies) {
  const base = worker - 1;
  return Array.from({ length: copies }, (_, index) => {
    const from = base + 10 * (index + 1);
    return {
      api: copies === 1 ? api : from,
      worker: index === 0 ? worker : from + 1,
      projector: index === 0 ? projector : from + 2,
      archivist: index === 0 ? archivist : from + 8,
    };
  });
}
