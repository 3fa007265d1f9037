/**
 * How often a property is tried: a third of the whole in `npm test`, where it is one of thousands and has other numbers each
 * time, and the whole with the environment variable RELAIS_RUNS=whole.
 * @param whole number of runs
 */
export function runs(whole: number): { readonly numRuns: number } {
  return { numRuns: process.env.RELAIS_RUNS === 'whole' ? whole : Math.ceil(whole / 3) };
}
