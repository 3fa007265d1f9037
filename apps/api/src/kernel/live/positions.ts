import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

/** A position in the feed. A rebuild makes a feed of its own, which `generation` tells apart. */
export type FeedPosition = { readonly generation: string; readonly position: number };

/** How positions are written as the ids of live messages. */
export type Positions = {
  seal(position: FeedPosition): string;
  /** Undefined when it is not one of our ids. */
  open(id: string): FeedPosition | undefined;
};

const cipher = 'aes-256-ecb';
const half = 8;

/**
 * Positions as 32 hexadecimal digits that only the API can read: positions count every event of the platform, and whoever sees them grow
 * learns how much happens and when. One block for one position, so that the same one always has the same id and nothing else shows.
 */
export function sealedPositions(secret: Buffer): Positions {
  const key = createHmac('sha256', secret).update('relais places of the feed').digest();
  return {
    seal: ({ generation, position }) => {
      const block = Buffer.alloc(2 * half);
      block.writeBigUInt64BE(BigInt(generation));
      block.writeBigUInt64BE(BigInt(position), half);
      const sealing = createCipheriv(cipher, key, null).setAutoPadding(false);
      return Buffer.concat([sealing.update(block), sealing.final()]).toString('hex');
    },
    open: (id) => {
      if (!/^[0-9a-f]{32}$/.test(id)) {
        return undefined;
      }
      const opening = createDecipheriv(cipher, key, null).setAutoPadding(false);
      const block = Buffer.concat([opening.update(Buffer.from(id, 'hex')), opening.final()]);
      const position = Number(block.readBigUInt64BE(half));
      return Number.isSafeInteger(position) ? { generation: block.readBigUInt64BE().toString(), position } : undefined;
    },
  };
}
