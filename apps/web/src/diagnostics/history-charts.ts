import { Component, computed, inject } from '@angular/core';
import type { HistoryPoint } from '@devchitchat/contracts';
import { Chart } from './chart';
import { HealthPoll } from './health-poll';
import { size } from './units';

type Measure = Exclude<keyof HistoryPoint, 'at'>;

const measures: readonly {
  readonly of: Measure;
  readonly label: string;
  readonly format: (value: number) => string;
}[] = [
  { of: 'memoryBytes', label: 'Memory', format: size },
  { of: 'eventLoopDelayP99Ms', label: 'Event loop', format: (value) => `${value.toFixed(0)} ms` },
  { of: 'largestBatch', label: 'Largest batch', format: String },
  { of: 'sockets', label: 'Connections', format: String },
];

const lengths = [
  { minutes: 15, label: '15 min' },
  { minutes: 60, label: '1 h' },
  { minutes: 360, label: '6 h' },
  { minutes: 1_440, label: '24 h' },
] as const;

/** How it went: a row of small charts for each service. */
@Component({
  selector: 'dcc-history-charts',
  imports: [Chart],
  template: `
    <div class="segments" role="radiogroup" aria-label="How far back">
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
    @for (row of rows(); track row.process) {
      <h3>{{ row.process }}</h3>
      <div class="charts">
        @for (chart of row.charts; track chart.label) {
          <dcc-chart [label]="chart.label" [points]="chart.points" [minutes]="poll.minutes()" [format]="chart.format" />
        }
      </div>
    } @empty {
      <p class="quiet">Loading what was measured…</p>
    }
  `,
})
export class HistoryCharts {
  protected readonly poll = inject(HealthPoll);
  protected readonly lengths = lengths;
  protected readonly rows = computed(() =>
    this.poll.series().map(({ process, points }) => ({
      process,
      charts: measures
        .map(({ of, label, format }) => ({ label, format, points: pointsOf(points, of) }))
        .filter(({ label, points: known }) => known.length > 0 || label === 'Memory'),
    })),
  );
}

const pointsOf = (points: readonly HistoryPoint[], measure: Measure) =>
  points.flatMap((point) => {
    const value = point[measure];
    return value === null ? [] : [{ at: point.at, value }];
  });
