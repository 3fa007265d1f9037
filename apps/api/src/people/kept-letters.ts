import type { Letter } from '#contracts/people';
import type { LetterRepository } from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';

/** The letters that were put aside instead of sent, where that is done. */
export class KeptLetters {
  constructor(private readonly letters: Pick<LetterRepository, 'findAll'> | undefined) {}

  /** Whether there are any: in development, where no mail leaves. */
  get areKept(): boolean {
    return this.letters !== undefined;
  }

  /** @throws Problem `not-found` where letters are sent: they are their readers’ alone */
  async list(): Promise<Letter[]> {
    if (this.letters === undefined) {
      throw new Problem('not-found');
    }
    return this.letters.findAll();
  }
}
