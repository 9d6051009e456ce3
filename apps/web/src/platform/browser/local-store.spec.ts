import { describe, expect, it } from '@jest/globals';
import { LocalStore } from './local-store';

const blocked = (): never => {
  throw new DOMException('The user denied permission.', 'SecurityError');
};

/** A storage of which one call throws; without an argument every call works. */
function storage(broken?: keyof Storage): Storage {
  const kept = new Map<string, string>();
  const working = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  return (broken ? { ...working, [broken]: blocked } : working) as unknown as Storage;
}

const states: readonly (readonly [what: string, storage: () => Storage])[] = [
  ['the getter throws', blocked],
  ['it is null', () => null as unknown as Storage],
  ['it is absent', () => undefined as unknown as Storage],
  ...(['getItem', 'setItem', 'removeItem'] as const).map((name) => {
    const broken = storage(name);
    return [`${name} throws`, () => broken] as const;
  }),
];

describe('the local store', () => {
  it('persists for the next page', () => {
    const kept = storage();
    const [store, next] = [new LocalStore(() => kept), new LocalStore(() => kept)];
    store.keep('theme', 'light');
    expect([store.text('theme'), next.text('theme'), store.keeps()]).toEqual(['light', 'light', true]);
    store.keep('theme', null);
    expect([store.text('theme'), next.text('theme')]).toEqual([null, null]);
  });

  it.each(states)('is held in memory if %s', (_what, broken) => {
    const store = new LocalStore(broken);
    expect(store.text('theme')).toBeNull();
    store.keep('theme', 'light');
    expect(store.text('theme')).toBe('light');
    store.keep('theme', null);
    expect(store.text('theme')).toBeNull();
    expect(store.keeps()).toBe(false);
  });

  it('persists again after a reset', () => {
    let kept: Storage | null = null;
    const store = new LocalStore(() => kept as Storage);
    store.keep('theme', 'light');
    kept = storage();
    store.reset();
    expect([store.text('theme'), store.keeps()]).toEqual([null, true]);
    store.keep('theme', 'dark');
    expect(kept.getItem('theme')).toBe('dark');
  });

  it.each(['null', '[]', '7', '"text"', '{', ''])('returns an object even if it contains %j', (text) => {
    const store = new LocalStore(storage);
    store.keep('choices', text);
    expect(store.object('choices')).toEqual({});
  });

  it.each(['null', '{}', '7', '{', ''])('returns a list even if it contains %j', (text) => {
    const store = new LocalStore(storage);
    store.keep('words', text);
    expect(store.list('words')).toEqual([]);
  });
});
