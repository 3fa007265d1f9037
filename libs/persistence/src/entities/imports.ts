import { EntitySchema } from 'typeorm';

/** A row of `relais.import_batch`; the hash keeps the same file from being imported twice. */
export type ImportBatchRow = {
  batchId: string;
  fileHash: Buffer;
  rows: number;
  importedAt: Date;
  importedBy: string;
};

/** The imported files of closed historical cases. */
export const ImportBatchEntity = new EntitySchema<ImportBatchRow>({
  name: 'import_batch',
  schema: 'relais',
  columns: {
    batchId: { name: 'batch_id', type: 'uuid', primary: true },
    fileHash: { name: 'file_hash', type: 'bytea', unique: true },
    rows: { type: 'integer' },
    importedAt: { name: 'imported_at', type: 'timestamptz' },
    importedBy: { name: 'imported_by', type: 'text' },
  },
});

/** A row of `relais.import_row`. */
export type ImportRowRow = { caseId: string; batchId: string; row: number };

/** Which line of which file each imported case comes from. */
export const ImportRowEntity = new EntitySchema<ImportRowRow>({
  name: 'import_row',
  schema: 'relais',
  columns: {
    caseId: { name: 'case_id', type: 'uuid', primary: true },
    batchId: { name: 'batch_id', type: 'uuid' },
    row: { type: 'integer' },
  },
});
