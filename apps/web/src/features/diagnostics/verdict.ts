import { Component, computed, inject } from '@angular/core';
import { alertText } from '../../client/answers/answer-text';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Icon } from '../../platform/design/icon';
import { HealthPoll } from './health-poll';
import { exactTime } from './units';

/** One line: all is well, or the problems. */
@Component({
  selector: 'dcc-verdict',
  imports: [Icon, Translate],
  host: { role: 'status', '[attr.aria-label]': 'label', '[attr.data-verdict]': 'verdict()' },
  template: `
    @switch (verdict()) {
      @case ('loading') {
        <p>{{ 'Asking every service…' | t }}</p>
      }
      @case ('well') {
        <dcc-icon name="check" />
        <p>
          <b>{{ 'Everything is working.' | t }}</b>
        </p>
      }
      @case ('unwell') {
        <dcc-icon name="warning" />
        <div>
          <p>
            <b>{{ 'Something is wrong.' | t }}</b>
          </p>
          <ul>
            @for (alert of alerts(); track alert) {
              <li>{{ alert }}</li>
            }
          </ul>
          @if (asOf(); as time) {
            <p class="note">{{ 'Last updated: {time}.' | t: { time } }}</p>
          }
        </div>
      }
    }
  `,
})
export class Verdict {
  protected readonly label = t('Verdict');
  private readonly poll = inject(HealthPoll);
  protected readonly alerts = computed(() =>
    this.poll.problem() ? [this.poll.problem()] : (this.poll.snapshot()?.alerts ?? []).map(alertText),
  );
  protected readonly verdict = computed(() => {
    if (this.alerts().length > 0) return 'unwell';
    // An old snapshot does not describe the present.
    const services = this.poll.isAnswered() ? this.poll.snapshot()?.services : undefined;
    // A diagnostics service that just started has not heard every service yet.
    return services && !services.some(({ state }) => state === 'unknown') ? 'well' : 'loading';
  });
  protected readonly asOf = computed(() => {
    const at = this.poll.problem() ? this.poll.snapshot()?.at : undefined;
    return at === undefined ? '' : exactTime(at);
  });
}
