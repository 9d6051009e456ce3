import { expect, it } from '@jest/globals';
import type { Stream } from '@devchitchat/contracts';
import { StreamSync } from './stream-sync';

const camera: Stream = { kind: 'camera', sound: false };
const screen = (sound: boolean): Stream => ({ kind: 'screen', sound });

/** A server that lists this peer or not, and the commands it received. */
function syncWith(published: readonly Stream[] | undefined) {
  const sent: string[] = [];
  const commands = {
    publish: ({ kind, sound }: Stream) => Promise.resolve(sent.push(`publish ${kind}${sound ? ' with sound' : ''}`)),
    unpublish: (kind: Stream['kind']) => Promise.resolve(sent.push(`unpublish ${kind}`)),
  };
  return { sync: new StreamSync(commands as never, () => published), sent };
}

it('stream sync sends nothing for streams that the server already lists', async () => {
  const { sync, sent } = syncWith([camera]);
  sync.set([camera]);
  await sync.flush();
  expect(sent).toEqual([]);
});

it('stream sync unpublishes stopped streams before it publishes new ones', async () => {
  const { sync, sent } = syncWith([camera]);
  sync.set([screen(true)]);
  await new Promise(setImmediate);
  expect(sent).toEqual(['unpublish camera', 'publish screen with sound']);
});

it('stream sync publishes a screen again when its audio changes', async () => {
  const { sync, sent } = syncWith([screen(true)]);
  sync.set([screen(false)]);
  await new Promise(setImmediate);
  expect(sent).toEqual(['publish screen']);
});

it('stream sync waits for the server to list the peer', async () => {
  const { sync, sent } = syncWith(undefined);
  sync.set([camera]);
  await sync.flush();
  expect([sent, sync.desired]).toEqual([[], [camera]]);
});
