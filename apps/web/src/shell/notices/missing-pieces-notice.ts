import { Component, inject, signal } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { MissingPieces } from './missing-pieces';

/** Offers to load the page again when a part of it is missing. Part of the first bundle, because it must not be missing too. */
@Component({
  selector: 'dcc-missing-pieces-notice',
  imports: [Translate],
  template: `
    @if (pieces.any() && !isPutOff()) {
      <p class="notice problem" role="alert">
        <span>{{ 'A part of this page couldn’t be loaded.' | t }}</span>
        <button type="button" class="text-button" (click)="reload()">{{ 'Reload' | t }}</button>
        <button type="button" class="text-button" (click)="isPutOff.set(true)">{{ 'Later' | t }}</button>
      </p>
    }
  `,
})
export class MissingPiecesNotice {
  protected readonly pieces = inject(MissingPieces);
  protected readonly isPutOff = signal(false);

  protected reload(): void {
    location.reload();
  }
}
