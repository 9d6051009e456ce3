import { untracked } from '@angular/core';
import { keepLocally, keepsLocally, localText } from '../../../platform/browser/local-store';

/** Strings that persist across page loads. */
export interface KeyValueStorage {
  /** `null` if nothing is stored, `undefined` if storage cannot be read. */
  read(key: string): string | null | undefined;
  /** Returns false if the value will not survive the page. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
}

/** `localStorage`, which may be unavailable. */
export const localKeyValueStorage: KeyValueStorage = {
  read(key) {
    const text = localText(key);
    return text === null && !untracked(keepsLocally) ? undefined : text;
  },
  write(key, text) {
    keepLocally(key, text);
    return untracked(keepsLocally);
  },
  remove(key) {
    keepLocally(key, null);
  },
};
