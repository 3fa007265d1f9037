import { EntitySchema } from 'typeorm';

/** A row of `relais.pack`; `document` is the page as UTF-8, `hash` its SHA-256. */
export type PackRow = {
  packId: string;
  since: string;
  until: string;
  language: string;
  epoch: string;
  hash: Buffer;
  document: Buffer;
  madeAt: Date;
  madeBy: string;
  figures: unknown;
};

/** Plenary packs, never changed once made. */
export const PackEntity = new EntitySchema<PackRow>({
  name: 'pack',
  schema: 'relais',
  columns: {
    packId: { name: 'pack_id', type: 'uuid', primary: true },
    since: { type: 'date' },
    until: { type: 'date' },
    language: { type: 'text' },
    epoch: { type: 'bigint' },
    hash: { type: 'bytea' },
    document: { type: 'bytea' },
    madeAt: { name: 'made_at', type: 'timestamptz' },
    madeBy: { name: 'made_by', type: 'text' },
    figures: { type: 'jsonb' },
  },
});
