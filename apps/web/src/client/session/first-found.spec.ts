import '@angular/compiler';
import { InjectionToken, Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { FirstFound } from './first-found';

const name = new InjectionToken<string>('name');
const topic = new InjectionToken<string>('topic');
const having = (...values: readonly (readonly [InjectionToken<string>, string])[]) =>
  Injector.create({ providers: values.map(([provide, useValue]) => ({ provide, useValue })) });

describe('an injector that asks several', () => {
  it('takes a value from the first that has it', () => {
    const both = new FirstFound(() => [having([name, 'near']), having([name, 'far'], [topic, 'far'])]);
    expect([both.get(name), both.get(topic)]).toEqual(['near', 'far']);
  });

  it('finds what an injector that was added later has', () => {
    const injectors = [having([name, 'early'])];
    const all = new FirstFound(() => injectors);
    expect(all.get(topic, 'none')).toBe('none');
    injectors.push(having([topic, 'late']));
    expect(all.get(topic, 'none')).toBe('late');
  });

  it('treats a token that none of them has as the last one does', () => {
    const both = new FirstFound(() => [having(), having()]);
    expect(() => both.get(name)).toThrow('name');
    expect(both.get(name, 'otherwise')).toBe('otherwise');
    expect(both.get(name, undefined, { optional: true })).toBeNull();
  });

  it('asks none of their parents if told so', () => {
    const child = Injector.create({ providers: [], parent: having([name, 'of the parent']) });
    const both = new FirstFound(() => [child, having([name, 'far'])]);
    expect([both.get(name), both.get(name, undefined, { self: true })]).toEqual(['of the parent', 'far']);
  });

  it('says that the session has ended once it has no injectors', () => {
    expect(() => new FirstFound(() => []).get(name)).toThrow('session');
  });
});
