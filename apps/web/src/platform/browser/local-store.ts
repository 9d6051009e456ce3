import { signal, untracked } from '@angular/core';

/**
 * `localStorage`, guarded: its getter may throw (blocked cookies), it may be `null` (Android web views), and every call
 * may throw (quota). Then this page stores in memory, and `keeps` is false because the next page will not have the
 * data.
 */
export class LocalStore {
  private readonly remembered = new Map<string, string | null>();
  private readonly works = signal(true);
  readonly keeps = this.works.asReadonly();

  constructor(private readonly storage: () => Storage) {}

  text(key: string): string | null {
    if (this.remembered.has(key)) return this.remembered.get(key) ?? null;
    return this.attempt((storage) => storage.getItem(key)) ?? null;
  }

  /** `null` removes it. */
  keep(key: string, text: string | null): void {
    const isKept = this.attempt((storage) => {
      if (text === null) storage.removeItem(key);
      else storage.setItem(key, text);
      return true;
    });
    if (isKept && untracked(this.works)) this.remembered.delete(key);
    else this.remembered.set(key, text);
  }

  /** An object stored as JSON; `{}` if nothing or something else is stored. */
  object<T extends object>(key: string): Partial<T> {
    const value = parsed(this.text(key));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  }

  /** A list stored as JSON; empty if nothing or something else is stored. */
  list(key: string): readonly unknown[] {
    const value = parsed(this.text(key));
    return Array.isArray(value) ? value : [];
  }

  /** Behaves as on a new page again: nothing held in memory, and no failure yet. */
  reset(): void {
    this.remembered.clear();
    this.works.set(true);
  }

  private attempt<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(this.storage());
    } catch {
      // Also during rendering.
      untracked(() => this.works.set(false));
      return undefined;
    }
  }
}

/** The store of this page. */
const store = new LocalStore(() => localStorage);

export const keepsLocally = store.keeps;
/** For specs: one page follows another in the same process, and some specs run without a `localStorage`. */
export const resetLocalStore = (): void => store.reset();
export const localText = (key: string): string | null => store.text(key);
export const keepLocally = (key: string, text: string | null): void => store.keep(key, text);
export const localObject = <T extends object>(key: string): Partial<T> => store.object<T>(key);
export const localList = (key: string): readonly unknown[] => store.list(key);

/** Calls back when another tab stores a text under this key. */
export function onLocalChange(key: string, heard: (text: string | null) => void, until?: AbortSignal): void {
  const onStorage = (event: StorageEvent): void => {
    if (event.key === key) heard(event.newValue);
  };
  addEventListener('storage', onStorage, until ? { signal: until } : {});
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
