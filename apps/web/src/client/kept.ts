import type { OwnSession } from '#contracts/people';

/** What kept things are called in the storage of a browser, before a name that tells nothing. */
export const keptPrefix = 'relais.kept.';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
type Owner = { readonly personId: string; readonly deviceKey: string; readonly key: CryptoKey };
type OwnKey = { readonly person: Pick<OwnSession['person'], 'personId'>; readonly deviceKey: string };

const utf8 = new TextEncoder();

function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) {
    letters += String.fromCharCode(byte);
  }
  return btoa(letters);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

async function ownerOf({ person, deviceKey }: OwnKey): Promise<Owner> {
  const key = await crypto.subtle.importKey('raw', bytesOf(deviceKey), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { personId: person.personId, deviceKey, key };
}

async function sealed(content: readonly [string, unknown], { key }: Owner): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8.encode(JSON.stringify(content)));
  return `${base64Of(iv)}.${base64Of(new Uint8Array(bytes))}`;
}

/** Undefined for what was written in another session: nobody can read it any more. */
async function opened(stored: string, { key }: Owner): Promise<readonly [place: string, value: unknown] | undefined> {
  try {
    const [iv = '', bytes = ''] = stored.split('.');
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, key, bytesOf(bytes));
    return JSON.parse(new TextDecoder().decode(plain)) as readonly [string, unknown];
  } catch {
    return undefined;
  }
}

/**
 * Things kept on the device for the one who is signed in, such as text that is not sent yet. They are in memory and, encrypted with
 * the key of the session, in a storage of the browser: a reload finds them, the next session and other people do not.
 */
export class Kept {
  private readonly values = new Map<string, unknown>();
  private readonly names = new Map<string, string>();
  private readonly unwritten = new Set<string>();
  private owner: Owner | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly store: Store) {}

  /** Whose things these are. */
  get personId(): string | undefined {
    return this.owner?.personId;
  }

  /** Settles once all that was given to it so far is in the storage. */
  get written(): Promise<void> {
    return this.writing;
  }

  /** True while something is not in the storage yet. */
  get isBehind(): boolean {
    return this.unwritten.size > 0;
  }

  /**
   * Opens what the session may read, and forgets all else. What is in memory stays when the same person signs in again, under the
   * key of the new session.
   */
  async open(session: OwnKey): Promise<void> {
    if (this.owner?.deviceKey === session.deviceKey) {
      return;
    }
    const before = this.owner;
    const owner = await ownerOf(session);
    if (before !== undefined && before.personId !== owner.personId) {
      this.values.clear();
    }
    this.names.clear();
    this.owner = owner;
    for (const name of this.storedNames()) {
      const found = await opened(this.store.getItem(name) ?? '', owner);
      if (found === undefined) {
        this.store.removeItem(name);
      } else {
        this.names.set(name, found[0]);
        this.values.set(found[0], found[1]);
      }
    }
    for (const place of this.values.keys()) {
      this.keepLater(place);
    }
  }

  get(place: string): unknown {
    return this.values.get(place);
  }

  set(place: string, value: unknown): void {
    this.values.set(place, value);
    this.keepLater(place);
  }

  remove(place: string): void {
    if (this.values.delete(place)) {
      this.keepLater(place);
    }
  }

  /** Forgets everything, in memory and on the device. */
  clear(): void {
    this.forget();
    this.storedNames().forEach((name) => this.store.removeItem(name));
  }

  /** Forgets what is in memory: what is on the device may be another session's by now, which sweeps it. */
  forget(): void {
    this.owner = undefined;
    this.values.clear();
    this.names.clear();
    this.unwritten.clear();
  }

  /** Takes over what another tab of the same session wrote or removed under a name. */
  async takeOver(name: string, stored: string | null): Promise<void> {
    const { owner } = this;
    if (owner === undefined || !name.startsWith(keptPrefix)) {
      return;
    }
    const found = stored === null ? undefined : await opened(stored, owner);
    const place = found?.[0] ?? this.names.get(name);
    if (place === undefined || this.unwritten.has(place) || this.owner !== owner) {
      return;
    }
    if (found === undefined) {
      this.values.delete(place);
    } else {
      this.names.set(name, place);
      this.values.set(place, found[1]);
    }
  }

  private storedNames(): readonly string[] {
    const names = Array.from({ length: this.store.length }, (_, index) => this.store.key(index) ?? '');
    return names.filter((name) => name.startsWith(keptPrefix));
  }

  /** One write after the other, so that the last value is the one that stays. */
  private keepLater(place: string): void {
    this.unwritten.add(place);
    this.writing = this.writing.then(() => this.write(place)).catch(() => undefined);
  }

  private async write(place: string): Promise<void> {
    const { owner } = this;
    if (owner === undefined || !this.unwritten.has(place)) {
      return;
    }
    const hash = await crypto.subtle.digest('SHA-256', utf8.encode(`${owner.deviceKey} ${place}`));
    const name = keptPrefix + base64Of(new Uint8Array(hash)).slice(0, 22);
    const value = this.values.get(place);
    const content = this.values.has(place) ? await sealed([place, value], owner) : undefined;
    if (this.owner !== owner) {
      return;
    }
    if (this.values.get(place) === value) {
      this.unwritten.delete(place);
    }
    this.names.set(name, place);
    if (content === undefined) {
      this.store.removeItem(name);
    } else {
      // A full storage throws: one still writes on, and only a reload would lose it.
      this.store.setItem(name, content);
    }
  }
}

const nowhere: Store = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

/** A storage of the browser, or one that stores nothing where it has none. */
export function storageOf(name: 'localStorage' | 'sessionStorage'): Store {
  try {
    return globalThis[name] ?? nowhere;
  } catch {
    // A browser that stores nothing still lets one write.
    return nowhere;
  }
}

/** What was written and is not sent: of all tabs, so that closing one loses nothing. */
export const drafts = new Kept(storageOf('localStorage'));

/** What this tab has sent and has no answer to; another tab would send it once more. */
export const unanswered = new Kept(storageOf('sessionStorage'));
