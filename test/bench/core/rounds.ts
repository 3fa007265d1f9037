/** Plays Relais and its bare counterpart in turn, each second round in the opposite order. */
export async function alternate<Relais, Bare>(
  rounds: number,
  relais: (round: number) => Promise<Relais>,
  bare: (round: number) => Promise<Bare>,
): Promise<{ relais: Relais[]; bare: Bare[] }> {
  const results: { relais: Relais[]; bare: Bare[] } = { relais: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      results.relais.push(await relais(round));
      results.bare.push(await bare(round));
    } else {
      results.bare.push(await bare(round));
      results.relais.push(await relais(round));
    }
  }
  return results;
}

/** Plays something several times. */
export async function repeat<Result>(rounds: number, play: (round: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let round = 0; round < rounds; round++) {
    results.push(await play(round));
  }
  return results;
}
