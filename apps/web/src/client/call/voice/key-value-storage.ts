import { untracked } from '@angular/core';
import { keepLocally, keepsLocally, localText } from '../../../platform/browser/local-store';

/** Short texts that outlive the page. */
export interface KeyValueStorage {
  /** `undefined` where nobody knows what was kept, `null` where nothing was. */
  read(key: string): string | null | undefined;
  /** False where the next page will not know. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
}

/** What the browser keeps, or does not. */
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
