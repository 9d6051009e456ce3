import '@angular/compiler';
import { describe, expect, it } from '@jest/globals';
import {
  createEnvironmentInjector,
  Injector,
  runInInjectionContext,
  signal,
  ɵChangeDetectionScheduler as ChangeDetectionScheduler,
  ɵEffectScheduler as EffectScheduler,
  ɵINJECTOR_SCOPE as INJECTOR_SCOPE,
  type EnvironmentInjector,
} from '@angular/core';
import { accepted, commonReasons, refused, type Reply } from '@devchitchat/contracts';
import { Connection, type ConnectionState } from './connection';
import { loadedOnline } from './loaded';

const late = commonReasons.serverLate.sentence;

/** A page whose server answers with `answers`, in this order. */
function pageWith(...answers: readonly Reply<string>[]) {
  const state = signal<ConnectionState>('offline');
  const provided = [
    [INJECTOR_SCOPE, 'root'],
    [ChangeDetectionScheduler, { notify: () => undefined }],
    [Connection, { state }],
  ] as const;
  const injector = createEnvironmentInjector(
    provided.map(([provide, useValue]) => ({ provide, useValue })),
    Injector.NULL as EnvironmentInjector,
  );
  let questions = 0;
  const list = runInInjectionContext(injector, () =>
    loadedOnline(() => Promise.resolve(answers[questions++] ?? refused(commonReasons.serverLate))),
  );
  const settle = async (): Promise<void> => {
    injector.get(EffectScheduler).flush();
    await new Promise((done) => setTimeout(done));
  };
  return { state, list, settle, questions: () => questions };
}

describe('a value loaded from the server', () => {
  it('is requested once the page is online, and again whenever it is online again', async () => {
    const { state, list, settle, questions } = pageWith(accepted('one'), accepted('two'));
    await settle();
    expect([list.value(), questions()]).toEqual([null, 0]);
    state.set('online');
    await settle();
    expect(list.value()).toBe('one');
    state.set('offline');
    await settle();
    expect(list.value()).toBe('one');
    state.set('online');
    await settle();
    expect([list.value(), questions()]).toEqual(['two', 2]);
  });

  it('stays while it is loaded again, and when that is refused', async () => {
    const { state, list, settle } = pageWith(accepted('one'), refused(commonReasons.serverLate), accepted('two'));
    state.set('online');
    await settle();
    list.reload();
    await settle();
    expect([list.value(), list.problem()]).toEqual(['one', late]);
    list.reload();
    await settle();
    expect([list.value(), list.problem()]).toEqual(['two', '']);
  });
});
