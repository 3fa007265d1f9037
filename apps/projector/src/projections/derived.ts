/** What a projection shows of a case cannot be derived from its state: the fault of a record, not of the database. */
export class Unprojectable extends Error {
  override readonly name = 'Unprojectable';
}

/** Derives from each; a failure is told as `Unprojectable`. */
export function derived<From, To>(all: readonly From[], derive: (one: From) => To): To[] {
  try {
    return all.map(derive);
  } catch (error) {
    throw new Unprojectable(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
