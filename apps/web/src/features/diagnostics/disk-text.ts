import type { ServiceReport } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { size } from './units';

/** The disk warning for admins; empty while there is enough space. */
export function diskText(services: readonly Pick<ServiceReport, 'heard'>[]): string {
  const disks = services.flatMap(({ heard }) => heard?.disk ?? []);
  if (disks.some(({ state }) => state === 'full')) {
    return t("The server's disk is full. Nothing new is stored until you make room.");
  }
  if (disks.some(({ state }) => state === 'failing')) {
    return t("The server can't write to its disk. Nothing new is stored until that's fixed.");
  }
  const left = disks.filter(({ state }) => state === 'nearly_full').map(({ freeBytes }) => freeBytes);
  if (left.length === 0) return '';
  return t("The server's disk is nearly full: {size} left.", { size: size(Math.min(...left)) });
}
