import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, inject, Injector, type ProviderToken } from '@angular/core';
import { Router } from '@angular/router';
import { PersonScope } from '../client/session/person-scope';
import { Session } from '../client/session/session';
import { Shell } from './shell';

/** The pages of the signed-in person: created anew when the person changes, left for the sign-in page when nobody is signed in. */
@Component({
  selector: 'dcc-signed-in-area',
  imports: [NgComponentOutlet],
  template: `
    @if (injector(); as injector) {
      <ng-container *ngComponentOutlet="shell; injector: injector" />
    }
  `,
})
export class SignedInArea {
  protected readonly shell = Shell;
  protected readonly injector = computed(() => {
    const person = this.scope.injector();
    return person && new FirstThen(this.here, person);
  });
  private readonly scope = inject(PersonScope);
  private readonly here = inject(Injector);

  constructor() {
    const session = inject(Session);
    const router = inject(Router);
    effect(() => {
      if (session.phase() === 'signed-out') void router.navigate(['/sign-in']);
    });
  }
}

const missing = Symbol('missing');

/**
 * Asks one injector, then another. The environment injector of `NgComponentOutlet` would not do: routed components do not
 * see it. The person's injector alone would not either: it hides the outlet that the shell's own outlet is a child of.
 */
class FirstThen implements Injector {
  constructor(
    private readonly first: Injector,
    private readonly then: Injector,
  ) {}

  get<T>(token: ProviderToken<T>, notFound?: T): T {
    const found = this.first.get<T | typeof missing>(token, missing);
    return found === missing ? this.then.get(token, notFound) : found;
  }
}
