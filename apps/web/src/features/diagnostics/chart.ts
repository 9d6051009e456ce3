import { Component, computed, input } from '@angular/core';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { chartPath, type ChartPoint } from './chart-path';

const [width, height] = [240, 44];
/** Number of missing steps that make a gap. */
const hole = 3;

/** A small line chart over time, with its latest and its highest value as text. */
@Component({
  selector: 'dcc-chart',
  imports: [Translate],
  template: `
    <figure>
      <figcaption>
        {{ label() }} <b>{{ latest() }}</b>
      </figcaption>
      @if (points().length > 0) {
        <svg
          [attr.viewBox]="'-2 -2 ${width + 4} ${height + 4}'"
          preserveAspectRatio="none"
          role="img"
          [attr.aria-label]="words()"
        >
          <path class="line" [attr.d]="path()" />
        </svg>
        <small>{{ 'highest {value}' | t: { value: highest() } }}</small>
      } @else {
        <p class="quiet">{{ 'No measurements yet.' | t }}</p>
      }
    </figure>
  `,
})
export class Chart {
  readonly label = input.required<string>();
  /** Oldest first. */
  readonly points = input.required<readonly ChartPoint[]>();
  readonly minutes = input.required<number>();
  /** Formats a value. */
  readonly format = input.required<(value: number) => string>();

  private readonly top = computed(() => Math.max(0, ...this.points().map(({ value }) => value)));
  protected readonly highest = computed(() => this.format()(this.top()));
  protected readonly latest = computed(() => {
    const point = this.points().at(-1);
    return point ? this.format()(point.value) : '';
  });
  protected readonly words = computed(() =>
    t('{what} in the last {count} minutes: now {latest}, at most {highest}', {
      what: this.label(),
      count: this.minutes(),
      latest: this.latest(),
      highest: this.highest(),
    }),
  );
  protected readonly path = computed(() => {
    const to = this.points().at(-1)?.at ?? 0;
    const length = this.minutes() * 60_000;
    const area = { from: to - length, to, top: this.top(), width, height };
    return chartPath(this.points(), area, (hole * length) / 120 + 12_000);
  });
}
