/** A measurement: when, and how much. */
export interface ChartPoint {
  readonly at: number;
  readonly value: number;
}

/** What a chart covers. Its lower edge is zero, so that twice as high is twice as much. */
export interface ChartArea {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An SVG path through the points. Two that are further apart than `gapMs` are not joined: nothing is known in between. */
export function chartPath(points: readonly ChartPoint[], area: ChartArea, gapMs: number): string {
  const x = (at: number) => ((at - area.from) / (area.to - area.from)) * area.width;
  const y = (value: number) => area.height - (value / Math.max(area.top, Number.MIN_VALUE)) * area.height;
  return points
    .map(({ at, value }, index) => {
      const before = points[index - 1];
      const joined = before && at - before.at <= gapMs;
      return `${joined ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}${joined ? '' : 'h0.1'}`;
    })
    .join('');
}
