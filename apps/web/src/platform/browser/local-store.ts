import { signal, untracked } from '@angular/core';

/**
 * `localStorage`, guarded: its getter may throw (blocked cookies), it may be `null` (Android web views), and every call may
 * throw (quota). Then this page remembers in memory, and `keeps` says that the next one will not know.
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

  /** An object that was kept as JSON; `{}` where there is none, or something else. */
  object<T extends object>(key: string): Partial<T> {
    const value = parsed(this.text(key));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  }

  /** A list that was kept as JSON; empty where there is none, or something else. */
  list(key: string): readonly unknown[] {
    const value = parsed(this.text(key));
    return Array.isArray(value) ? value : [];
  }

  private attempt<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(this.storage());
    } catch {
      // Also while something is being rendered.
      untracked(() => this.works.set(false));
      return undefined;
    }
  }
}

/** This page's. */
const store = new LocalStore(() => localStorage);

export const keepsLocally = store.keeps;
export const localText = (key: string): string | null => store.text(key);
export const keepLocally = (key: string, text: string | null): void => store.keep(key, text);
export const localObject = <T extends object>(key: string): Partial<T> => store.object<T>(key);
export const localList = (key: string): readonly unknown[] => store.list(key);

/** Calls back when another tab keeps something under this key. */
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
