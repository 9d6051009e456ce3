import { Component, DestroyRef, inject, Injectable, InjectionToken, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { personProviders, PersonScope } from '../client/session/person-scope';
import { Session } from '../client/session/session';
import { page } from '../platform/testing/page';
import { Shell } from './shell';
import { SignedInArea } from './signed-in-area';

const { render, screen, settled } = page();

const late = new InjectionToken<string>('late');
const ended: string[] = [];

@Injectable()
class Store {
  readonly owner = inject(Session).me()?.displayName ?? '';

  constructor() {
    inject(DestroyRef).onDestroy(() => ended.push(this.owner));
  }
}

@Component({ template: `<h1>{{ store.owner }}</h1>` })
class RoomOfPerson {
  readonly store = inject(Store);
}

@Component({ template: `<h1>{{ found }}</h1>` })
class CallOfPerson {
  readonly found = inject(late, { optional: true }) ?? 'nothing yet';
}

@Component({ imports: [RouterOutlet], template: `<router-outlet />` })
class Root {}

describe('the pages of the signed-in user', () => {
  const me = signal<{ readonly displayName: string } | null>(null);
  const phase = signal<'signed-in' | 'signed-out'>('signed-in');
  const scope = () => TestBed.inject(PersonScope);
  const heading = () => screen.queryByRole('heading')?.textContent;
  const signIn = (displayName: string) => {
    me.set({ displayName });
    phase.set('signed-in');
    scope().open();
  };
  const goTo = async (url: string) => {
    await TestBed.inject(Router).navigateByUrl(url);
    await settled();
  };

  beforeEach(async () => {
    ended.length = 0;
    TestBed.overrideComponent(Shell, { set: { imports: [RouterOutlet], template: '<router-outlet />' } });
    await render(Root, {
      providers: [
        provideRouter([
          { path: 'sign-in', children: [] },
          {
            path: '',
            component: SignedInArea,
            children: [
              { path: 'room', component: RoomOfPerson },
              { path: 'call', component: CallOfPerson },
            ],
          },
        ]),
        { provide: Session, useValue: { me, phase } },
        { provide: personProviders, useValue: [Store] },
      ],
    });
    signIn('Ada');
  });

  it('find what belongs to the user', async () => {
    await goTo('/room');
    expect(heading()).toBe('Ada');
  });

  it('are created anew when another user signs in', async () => {
    await goTo('/room');
    scope().close();
    signIn('Bob');
    await settled();
    expect([heading(), ended]).toEqual(['Bob', ['Ada']]);
  });

  it('find what was added after they appeared', async () => {
    await goTo('/call');
    expect(heading()).toBe('nothing yet');
    scope().extend([{ provide: late, useValue: 'a call' }]);
    await goTo('/room');
    await goTo('/call');
    expect(heading()).toBe('a call');
  });

  it('give way to the sign-in page at sign-out', async () => {
    await goTo('/room');
    scope().close();
    phase.set('signed-out');
    await settled();
    expect([heading(), TestBed.inject(Router).url, ended]).toEqual([undefined, '/sign-in', ['Ada']]);
  });
});
