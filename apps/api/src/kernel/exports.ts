import { Injectable } from '@nestjs/common';
import { AnalysisRepository } from '#persistence/analysis';
import { Problem } from './problems/problem.js';

/** Whether files may leave this installation, as an administrator said last. */
@Injectable()
export class Exports {
  constructor(private readonly settings: AnalysisRepository) {}

  /** @throws Problem `exports-off` while an administrator lets none leave */
  async allow(): Promise<void> {
    if (!(await this.settings.readSettings()).exportsAllowed) {
      throw new Problem('exports-off');
    }
  }
}
