import { AuthFile } from '../testing/auth-file';
import { ada, bob, sessionIds } from '../testing/people';
import { DeviceCodesRepository } from './device-codes.repository';

it('only the latest device code of each person is stored', async () => {
  await using file = await AuthFile.open(0);
  const codes = new DeviceCodesRepository(file.database.sqlite);
  const [sessionId] = sessionIds;
  await file.write(() => {
    codes.keep({ userId: ada.userId, sessionId, expiresAt: 1 }, 'first');
    codes.keep({ userId: ada.userId, sessionId, expiresAt: 2 }, 'second');
    return { ok: true, value: codes.keep({ userId: bob.userId, sessionId, expiresAt: 3 }, "bob's") };
  });
  expect(codes.byHash('first')).toBeUndefined();
  expect(codes.byHash('second')).toEqual({ userId: ada.userId, sessionId, expiresAt: 2 });

  await file.write(() => ({ ok: true, value: codes.remove(ada.userId) }));
  expect(codes.byHash('second')).toBeUndefined();
  expect(codes.byHash("bob's")).toBeDefined();
});
