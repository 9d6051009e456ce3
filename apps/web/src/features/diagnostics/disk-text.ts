import type { ServiceReport } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { size } from '../../platform/language/size';

type Service = Pick<ServiceReport, 'heard'>;

/** The worst state of the server's disks. */
export type DiskState = 'full' | 'failing' | 'nearly_full' | 'ok';

const worstFirst = ['full', 'failing', 'nearly_full'] as const;

const disksOf = (services: readonly Service[]) => services.flatMap(({ heard }) => heard?.disk ?? []);

/** The worst state of all services' disks; `ok` when none reports a disk. */
export function diskState(services: readonly Service[]): DiskState {
  const disks = disksOf(services);
  return worstFirst.find((each) => disks.some(({ state }) => state === each)) ?? 'ok';
}

/** The disk warning for admins; empty while there is enough space. */
export function diskText(services: readonly Service[]): string {
  switch (diskState(services)) {
    case 'full':
      return t('The server’s disk is full. Nothing new is stored until you make room.');
    case 'failing':
      return t('The server can’t write to its disk. Nothing new is stored until that’s fixed.');
    case 'nearly_full': {
      const nearlyFull = disksOf(services).filter(({ state }) => state === 'nearly_full');
      const freeBytes = Math.min(...nearlyFull.map((disk) => disk.freeBytes));
      return t('The server’s disk is nearly full: {size} left.', { size: size(freeBytes) });
    }
    case 'ok':
      return '';
  }
}
