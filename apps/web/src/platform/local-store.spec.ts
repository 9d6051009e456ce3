import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LastWords } from '../cache/last-words';

const blocked = (): never => {
  throw new DOMException('The user denied permission.', 'SecurityError');
};

/** A storage of which one call throws; with `undefined` it works. */
function storage(broken?: keyof Storage): Partial<Storage> {
  const kept = new Map<string, string>();
  const working = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  return broken ? { ...working, [broken]: blocked } : working;
}

const install = (descriptor: PropertyDescriptor): void =>
  void Object.defineProperty(globalThis, 'localStorage', { configurable: true, ...descriptor });

const states: readonly (readonly [what: string, descriptor: PropertyDescriptor])[] = [
  ['the getter throws', { get: blocked }],
  ['it is null', { value: null }],
  ['it is absent', { value: undefined }],
  ['getItem throws', { value: storage('getItem') }],
  ['setItem throws', { value: storage('setItem') }],
  ['removeItem throws', { value: storage('removeItem') }],
];

describe('what a browser keeps of a page', () => {
  let store: typeof import('./local-store');

  beforeEach(async () => {
    jest.resetModules();
    install({ value: storage() });
    store = await import('./local-store');
  });

  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('is there for the next one', () => {
    store.keepLocally('theme', 'light');
    expect([localStorage.getItem('theme'), store.localText('theme'), store.keepsLocally()]).toEqual([
      'light',
      'light',
      true,
    ]);
    store.keepLocally('theme', null);
    expect([localStorage.getItem('theme'), store.localText('theme')]).toEqual([null, null]);
  });

  it.each(states)('is remembered by the page itself where %s', (_what, descriptor) => {
    install(descriptor);
    expect(store.localText('theme')).toBeNull();
    store.keepLocally('theme', 'light');
    expect(store.localText('theme')).toBe('light');
    store.keepLocally('theme', null);
    expect(store.localText('theme')).toBeNull();
    expect(store.keepsLocally()).toBe(false);
  });

  it.each(['null', '[]', '7', '"text"', '{', ''])('is an object also where it was %j', (text) => {
    store.keepLocally('choices', text);
    expect(store.localObject('choices')).toEqual({});
    expect(new LastWords('anything').left()).toEqual([]);
  });

  it.each(['null', '{}', '7', '{', ''])('is a list also where it was %j', (text) => {
    store.keepLocally('words', text);
    expect(store.localList('words')).toEqual([]);
  });
});
