/** Returns the value below which the given share of the values lies, rounded to hundredths; 0 for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return Math.round(value * 100) / 100;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
