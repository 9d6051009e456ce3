import { describe, expect, it } from '@jest/globals';
import type { DiskReport, ServiceReport } from '@devchitchat/contracts';
import { diskState, diskText } from './disk-text';

const on = (state: DiskReport['state'], freeBytes = 0) =>
  ({ heard: { disk: { state, freeBytes, totalBytes: 64e9 } } }) as unknown as Pick<ServiceReport, 'heard'>;

describe('the disk warning for admins', () => {
  it.each([
    ['nothing while there is room', [on('ok'), { heard: null }], 'ok', ''],
    ['how much the fullest has left', [on('nearly_full', 4e8), on('nearly_full', 3e8)], 'nearly_full', '300 MB left'],
    ['that it is full, before all else', [on('nearly_full'), on('failing'), on('full')], 'full', 'disk is full'],
    ['that it fails', [on('ok'), on('failing')], 'failing', 'can’t write'],
  ])('says %s', (_, services, state, text) => {
    expect(diskState(services)).toBe(state);
    if (text === '') expect(diskText(services)).toBe('');
    else expect(diskText(services)).toContain(text);
  });
});
