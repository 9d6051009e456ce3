import { describe, expect, it } from '@jest/globals';
import type { DiskReport, ServiceReport } from '@devchitchat/contracts';
import { diskText } from './disk-text';

const on = (state: DiskReport['state'], freeBytes = 0) =>
  ({ heard: { disk: { state, freeBytes, totalBytes: 64e9 } } }) as unknown as Pick<ServiceReport, 'heard'>;

describe('the disk warning for admins', () => {
  it.each([
    ['nothing while there is room', [on('ok'), { heard: null }], ''],
    ['how much is left, of the fullest', [on('nearly_full', 4e8), on('nearly_full', 3e8)], '300 MB left'],
    ['that it is full, before anything else', [on('nearly_full', 4e8), on('failing'), on('full')], 'disk is full'],
    ['that it fails', [on('ok'), on('failing')], "can't write"],
  ])('is %s', (_, services, words) => {
    if (words === '') expect(diskText(services)).toBe('');
    else expect(diskText(services)).toContain(words);
  });
});
