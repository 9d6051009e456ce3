import { refuseIfFull } from './owner-only.files';

const failed = (code: string) => Object.assign(new Error('write'), { code });

it.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('%s is told as a full disk, in a sentence that names the file', (code) => {
  expect(() => refuseIfFull('data/nats/seeds.json', failed(code))).toThrow(
    'The disk is full: data/nats/seeds.json cannot be written. Make room, then start again.',
  );
});

it('another error is not reported as a full disk', () => {
  expect(() => refuseIfFull('data/nats/seeds.json', failed('EACCES'))).not.toThrow();
});
