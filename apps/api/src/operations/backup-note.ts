import { stat } from 'node:fs/promises';

/** The file that whoever makes backups touches when one is complete. */
export class BackupNote {
  constructor(private readonly file: string | undefined) {}

  /** When the last backup was complete; null when none is known. */
  async takenAt(): Promise<string | null> {
    if (this.file === undefined) {
      return null;
    }
    const found = await stat(this.file).catch(() => undefined);
    return found?.mtime.toISOString() ?? null;
  }
}
