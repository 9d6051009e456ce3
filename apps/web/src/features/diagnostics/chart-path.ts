/** A measured value and its time. */
export interface ChartPoint {
  readonly at: number;
  readonly value: number;
}

/** The range of a chart. Its lower edge is zero, so that heights are proportional to values. */
export interface ChartArea {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * An SVG path through the points. Points further apart than `gapMs` are not joined, because the values between them are
 * unknown.
 */
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
