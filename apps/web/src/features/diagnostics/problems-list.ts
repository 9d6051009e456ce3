import { Component, input, output } from '@angular/core';
import type { diagnosticsCommands, ValueOf } from '@devchitchat/contracts';
import { Translate } from '../../platform/language/translate';
import { exactTime } from './units';

type Problems = ValueOf<typeof diagnosticsCommands.diagSnapshot>['problems'];

/** The recent problems of the services. */
@Component({
  selector: 'dcc-problems-list',
  imports: [Translate],
  template: `
    <ul class="listing" [attr.aria-label]="'Recent problems' | t">
      @for (problem of problems(); track $index) {
        <li>
          <span class="state" [attr.data-state]="problem.level === 'error' ? 'silent' : 'slow'">{{
            problem.level
          }}</span>
          <div class="what">
            <b>{{ problem.process }}: {{ problem.message }}</b>
            <small>{{ exactTime(problem.at) }}{{ details(problem) }}</small>
          </div>
          @if (problem.trace; as trace) {
            <button type="button" class="secondary" (click)="followed.emit(trace)">
              {{ 'Follow {trace}' | t: { trace } }}
            </button>
          }
        </li>
      } @empty {
        <li class="quiet">{{ 'No problems in the last day.' | t }}</li>
      }
    </ul>
  `,
})
export class ProblemsList {
  readonly problems = input.required<Problems>();
  /** A trace that the user wants to follow. */
  readonly followed = output<string>();
  protected readonly exactTime = exactTime;

  protected details({ command, code, error }: Problems[number]): string {
    return [command, code, error].map((detail) => (detail === undefined ? '' : ` · ${detail}`)).join('');
  }
}
