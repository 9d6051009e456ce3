import { Component, computed, inject, input } from '@angular/core';
import type { HistoryPoint, ProcessName } from '@devchitchat/contracts';
import { listOf, t } from '../../platform/language/t';
import type { Label } from '../../platform/language/text';
import { Translate } from '../../platform/language/translate';
import { Chart } from './chart';
import { HealthPoll } from './health-poll';
import type { ProcessWithServices } from './server-processes';
import { size } from '../../platform/language/size';

type Measure = Exclude<keyof HistoryPoint, 'at'>;

interface MeasuredAs {
  readonly of: Measure;
  readonly label: Label;
  readonly format: (value: number) => string;
}

/** Measurements of the operating system's process, which several services may share. */
const ofProcesses: readonly MeasuredAs[] = [
  { of: 'memoryBytes', label: 'Memory', format: size },
  { of: 'eventLoopDelayP99Ms', label: 'Event loop', format: (value) => `${value.toFixed(0)} ms` },
];

const ofServices: readonly MeasuredAs[] = [
  { of: 'sockets', label: 'Connections', format: String },
  { of: 'largestBatch', label: 'Largest batch', format: String },
];

const lengths = [
  { minutes: 15, label: '15 min' },
  { minutes: 60, label: '1 h' },
  { minutes: 360, label: '6 h' },
  { minutes: 1_440, label: '24 h' },
] as const;

/** The history as small charts for each process, and for each service in it. */
@Component({
  selector: 'dcc-history-charts',
  imports: [Chart, Translate],
  template: `
    <div class="segments" role="radiogroup" [attr.aria-label]="'How far back' | t">
      @for (length of lengths; track length.minutes) {
        <label>
          <input
            type="radio"
            name="minutes"
            [value]="length.minutes"
            [checked]="poll.minutes() === length.minutes"
            (change)="poll.minutes.set(length.minutes)"
          />
          <span>{{ length.label }}</span>
        </label>
      }
    </div>
    @for (row of rows(); track row.heading) {
      <h3>{{ row.heading }}</h3>
      <div class="charts">
        @for (chart of row.charts; track chart.label) {
          <dcc-chart [label]="chart.label" [points]="chart.points" [minutes]="poll.minutes()" [format]="chart.format" />
        }
      </div>
    } @empty {
      <p class="quiet">{{ 'Loading measurements…' | t }}</p>
    }
  `,
})
export class HistoryCharts {
  readonly processes = input.required<readonly ProcessWithServices[]>();
  protected readonly poll = inject(HealthPoll);
  protected readonly lengths = lengths;
  private readonly pointsOf = computed(
    () => new Map(this.poll.series().map(({ process, points }) => [process, points])),
  );
  protected readonly rows = computed(() => {
    if (this.poll.series().length === 0) return [];
    return this.processes().map(({ services }) => ({
      heading: services.length > 1 ? t('One process: {services}', { services: listOf(services) }) : (services[0] ?? ''),
      charts: [
        ...ofProcesses.flatMap((measure) => this.chartOf(measure, services[0], t(measure.label))),
        ...services.flatMap((service) =>
          ofServices.flatMap((measure) =>
            this.chartOf(measure, service, services.length > 1 ? `${t(measure.label)}, ${service}` : t(measure.label)),
          ),
        ),
      ],
    }));
  });

  /** Empty if this service has no such measurement. */
  private chartOf({ of, format }: MeasuredAs, service: ProcessName | undefined, label: string) {
    const points = (service && this.pointsOf().get(service)) ?? [];
    const known = points.flatMap((point) => {
      const value = point[of];
      return value === null ? [] : [{ at: point.at, value }];
    });
    return known.length > 0 ? [{ label, format, points: known }] : [];
  }
}
