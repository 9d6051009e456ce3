import { chartPath } from './chart-path';

const area = { from: 0, to: 100, top: 10, width: 200, height: 50 };

describe('the line of a chart', () => {
  it('starts at the left and has zero at the bottom', () => {
    const path = chartPath(
      [
        { at: 0, value: 0 },
        { at: 50, value: 10 },
        { at: 100, value: 5 },
      ],
      area,
      60,
    );
    expect(path).toBe('M0.0 50.0h0.1L100.0 0.0L200.0 25.0');
  });

  it('has a gap where values are missing', () => {
    const path = chartPath(
      [
        { at: 0, value: 5 },
        { at: 100, value: 5 },
      ],
      area,
      60,
    );
    expect(path).toBe('M0.0 25.0h0.1M200.0 25.0h0.1');
  });

  it('lies at the bottom when all values are zero', () => {
    expect(chartPath([{ at: 0, value: 0 }], { ...area, top: 0 }, 60)).toBe('M0.0 50.0h0.1');
  });
});
