import { signal, untracked } from '@angular/core';

/**
 * `localStorage`, guarded: its getter may throw (blocked cookies), it may be `null` (Android web views), and every call may
 * throw (quota). Then this page remembers in memory, and `keepsLocally` says that the next one will not know.
 */
const remembered = new Map<string, string | null>();
const works = signal(true);
export const keepsLocally = works.asReadonly();

export function localText(key: string): string | null {
  if (remembered.has(key)) return remembered.get(key) ?? null;
  return attempt((storage) => storage.getItem(key)) ?? null;
}

/** `null` removes it. */
export function keepLocally(key: string, text: string | null): void {
  const isKept = attempt((storage) => {
    if (text === null) storage.removeItem(key);
    else storage.setItem(key, text);
    return true;
  });
  if (isKept && untracked(works)) remembered.delete(key);
  else remembered.set(key, text);
}

/** An object that was kept as JSON; `{}` where there is none, or something else. */
export function localObject<T extends object>(key: string): Partial<T> {
  const value = parsed(localText(key));
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** A list that was kept as JSON; empty where there is none, or something else. */
export function localList(key: string): readonly unknown[] {
  const value = parsed(localText(key));
  return Array.isArray(value) ? value : [];
}

/** Calls back when another tab keeps something under this key. */
export function onLocalChange(key: string, heard: (text: string | null) => void): void {
  addEventListener('storage', (event: StorageEvent) => {
    if (event.key === key) heard(event.newValue);
  });
}

function attempt<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    // Also while something is being rendered.
    untracked(() => works.set(false));
    return undefined;
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
