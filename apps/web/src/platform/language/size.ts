import { locale } from './t';

const sizes = ['B', 'KB', 'MB', 'GB', 'TB'];

/** "812 B", "1.4 MB": decimal units, as for disks, in the locale's format. */
export function size(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), sizes.length - 1);
  const amount = bytes / 1000 ** step;
  const digits = step > 0 && amount < 10 ? 1 : 0;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${new Intl.NumberFormat(locale(), format).format(amount)} ${sizes[step] ?? ''}`;
}
