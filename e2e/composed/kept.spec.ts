import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { acknowledgesAgain, expectSameEnding, expectWholeHistory, underLoad, watchers } from '../support/conversation';
import { containerNames } from '../support/composed-product';
import { expect, test } from '../support/fixtures';
import { wholeRoom } from '../support/whole-room';

// The first test needs a lobby without messages.
test.describe.configure({ mode: 'serial' });

test('restarts of every container during a conversation lose and duplicate nothing', async ({
  composed,
  newVisitor,
}) => {
  test.setTimeout(300_000);
  const { admin, product } = composed;
  const pages = await watchers(composed, newVisitor);
  const { roomId, senders } = await underLoad(composed, 2);
  for (const name of containerNames) {
    await acknowledgesAgain(senders);
    await product.restart(name);
    await acknowledgesAgain(senders);
  }
  await Promise.all(senders.map((sender) => sender.stop()));
  await product.healthy();
  await admin.connected();

  await expectWholeHistory(admin, roomId, senders);
  await expectSameEnding(pages, admin, roomId);
});

test('a backup taken under load restores an empty system, including keys and sessions', async ({
  composed: { admin, invite, product },
}, testInfo) => {
  test.setTimeout(300_000);
  const { roomId, senders } = await underLoad({ invite }, 2, 2);
  await acknowledgesAgain(senders);
  const before = senders.flatMap(({ acked }) => [...acked.values()].map(({ text }) => text));
  await mkdir(testInfo.outputDir, { recursive: true });
  const file = join(testInfo.outputDir, 'backup.tar.gz');
  await product.backUp(file);
  await acknowledgesAgain(senders);
  await Promise.all(senders.map((sender) => sender.stop()));
  const everything = await wholeRoom(admin, roomId);

  const authority = await product.authority();
  await product.beginAnewFrom(file);
  expect(await product.authority()).toBe(authority);
  await admin.connected();
  const restored = await wholeRoom(admin, roomId);
  expect(restored).toEqual(everything.slice(0, restored.length));
  expect(restored.map(({ text }) => text)).toEqual(expect.arrayContaining(before));
});
