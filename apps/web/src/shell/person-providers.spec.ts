import { TestBed } from '@angular/core/testing';
import { afterEach, expect, it } from '@jest/globals';
import { personProviders, PersonScope } from '../client/session/person-scope';
import { Overlay } from './keyboard/overlay';
import { forEachPerson } from './person-providers';

// Spec files of one worker share the test bed.
afterEach(() => {
  TestBed.resetTestingModule();
});

it('a dialog that one user left open is closed for the next user of the same tab', () => {
  const overlays = forEachPerson.filter((provider) => provider === Overlay);
  TestBed.configureTestingModule({ providers: [{ provide: personProviders, useValue: overlays }] });
  const scope = TestBed.inject(PersonScope);
  const overlay = () => scope.injector()?.get(Overlay);
  scope.open();
  overlay()?.open('invite');
  scope.close();
  scope.open();
  expect(overlay()?.opened()).toBeNull();
});
