import { NgComponentOutlet } from '@angular/common';
import { Component, computed, effect, inject, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { FirstFound } from '../client/session/first-found';
import { PersonScope } from '../client/session/person-scope';
import { Session } from '../client/session/session';
import { Shell } from './shell';

/** The pages of the signed-in user: created anew when the user changes, left for the sign-in page at sign-out. */
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
    // NgComponentOutlet's environment injector would not do, because routed components do not ask it. Nor would the
    // person's injector alone, because it hides the parent outlet of the shell's own outlet.
    return person && new FirstFound(() => [this.here, person]);
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
