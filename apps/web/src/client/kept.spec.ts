import { describe, expect, it } from '@jest/globals';
import { Kept, keptPrefix } from './kept.js';

/** As a browser keeps strings by name. */
class Memory {
  readonly items = new Map<string, string>();
  get length() {
    return this.items.size;
  }
  key(index: number) {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(name: string) {
    return this.items.get(name) ?? null;
  }
  setItem(name: string, value: string) {
    this.items.set(name, value);
  }
  removeItem(name: string) {
    this.items.delete(name);
  }
}

const sessionOf = (personId: string, letter: string) => ({
  person: { personId },
  deviceKey: Buffer.alloc(32, letter).toString('base64url'),
});
const first = sessionOf('paul', 'ÿ');
const text = 'Le bail prend fin — 甲';

async function keptIn(store: Memory, session = first): Promise<Kept> {
  const kept = new Kept(store);
  await kept.open(session);
  return kept;
}

async function filled(): Promise<{ store: Memory; kept: Kept }> {
  const store = new Memory();
  const kept = await keptIn(store);
  kept.set('case one note', { note: text });
  await kept.written;
  return { store, kept };
}

/** The write of a note, held while it is under way until it is let go; `sealed` settles once it is ready to be stored. */
function heldWrite(note: string): { reached: Promise<void>; letGo: () => void; sealed: Promise<unknown> } {
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  let letGo: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let reach: (() => void) | undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const sealed = new Promise((resolve, reject) => {
    const value: typeof encrypt = async (how, key, plain) => {
      if (!new TextDecoder().decode(plain).includes(note)) {
        return encrypt(how, key, plain);
      }
      Reflect.deleteProperty(crypto.subtle, 'encrypt');
      reach?.();
      await held;
      const bytes = encrypt(how, key, plain);
      bytes.then(resolve, reject);
      return bytes;
    };
    Object.defineProperty(crypto.subtle, 'encrypt', { value, configurable: true });
  });
  return { reached, letGo: () => letGo?.(), sealed };
}

describe('what is kept for a person', () => {
  it('is there again after a reload', async () => {
    const { store } = await filled();
    expect((await keptIn(store)).get('case one note')).toEqual({ note: text });
  });

  it('is not readable on the device, nor what it is about', async () => {
    const { store } = await filled();
    const stored = [...store.items].flat().join(' ');
    expect(stored).not.toMatch(/bail|note|case|one/);
    expect([...store.items.keys()].every((name) => name.startsWith(keptPrefix))).toBe(true);
  });

  it('is the last that was written, however fast', async () => {
    const { store, kept } = await filled();
    for (const note of ['a', 'ab', 'abc']) {
      kept.set('case one note', { note });
    }
    expect(kept.isBehind).toBe(true);
    await kept.written;
    expect(kept.isBehind).toBe(false);
    expect((await keptIn(store)).get('case one note')).toEqual({ note: 'abc' });
    expect(store.items.size).toBe(1);
  });

  it('is gone from the device once it is removed', async () => {
    const { store, kept } = await filled();
    kept.remove('case one note');
    await kept.written;
    expect([kept.get('case one note'), store.items.size]).toEqual([undefined, 0]);
  });

  it('is gone at once when all is forgotten, also what was being written', async () => {
    const { store, kept } = await filled();
    kept.set('case two note', { note: text });
    kept.clear();
    await kept.written;
    expect([kept.get('case one note'), kept.get('case two note'), store.items.size]).toEqual([undefined, undefined, 0]);
  });

  it('is forgotten by a tab without being taken from the device, where another session may write by now', async () => {
    const { store, kept } = await filled();
    kept.forget();
    expect([kept.get('case one note'), store.items.size]).toEqual([undefined, 1]);
  });

  it('is unreadable in another session, and swept there', async () => {
    const { store } = await filled();
    const later = await keptIn(store, sessionOf('paul', 'b'));
    expect([later.get('case one note'), store.items.size]).toEqual([undefined, 0]);
  });

  it('goes on in a tab where the same person signs in again, under the new key alone', async () => {
    const { store, kept } = await filled();
    const again = sessionOf('paul', 'b');
    await kept.open(again);
    await kept.written;
    expect(kept.get('case one note')).toEqual({ note: text });
    expect((await keptIn(store, again)).get('case one note')).toEqual({ note: text });
  });

  it('is nothing to another person who signs in in the same tab', async () => {
    const { store, kept } = await filled();
    await kept.open(sessionOf('tom', 'b'));
    await kept.written;
    expect([kept.get('case one note'), store.items.size]).toEqual([undefined, 0]);
  });

  it('follows what another tab writes and removes', async () => {
    const { store, kept } = await filled();
    const other = await keptIn(store);
    other.set('case one note', { note: 'other' });
    await other.written;
    const [[name, stored] = ['', '']] = store.items;
    await kept.takeOver(name, stored);
    expect(kept.get('case one note')).toEqual({ note: 'other' });
    await kept.takeOver(name, null);
    expect(kept.get('case one note')).toBeUndefined();
  });

  it('is what one writes here, also when another tab has written before it is in the storage', async () => {
    const { store, kept } = await filled();
    const other = await keptIn(store);
    other.set('case one note', { note: 'other' });
    await other.written;
    const [[name, stored] = ['', '']] = store.items;
    const write = heldWrite('written here');
    kept.set('case one note', { note: 'written here' });
    await write.reached;
    await kept.takeOver(name, stored);
    expect(kept.get('case one note')).toEqual({ note: 'written here' });
    write.letGo();
    await write.sealed;
    await kept.written;
    expect((await keptIn(store)).get('case one note')).toEqual({ note: 'written here' });
  });

  it('is not written any more once it is forgotten, also while it is being written', async () => {
    const store = new Memory();
    const kept = await keptIn(store);
    const write = heldWrite('soon forgotten');
    kept.set('case one note', { note: 'soon forgotten' });
    await write.reached;
    kept.forget();
    write.letGo();
    await write.sealed;
    await kept.written;
    expect(store.items.size).toBe(0);
  });
});
