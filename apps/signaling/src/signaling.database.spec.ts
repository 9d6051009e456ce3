import { join } from 'node:path';
import { accepted, type CallId, type PeerId, type RoomId } from '@devchitchat/contracts';
import { EventLog, GroupCommit, openDatabase, silentLogger, type Draft, serverContext } from '@devchitchat/service-kit';
import { logMigrations, temporaryFolder } from '@devchitchat/service-kit/testing';
import { CallHistory } from './calls/call-history.repository';
import { CallsRegistry } from './calls/calls.registry';
import { migrations, projections } from './signaling.database';
import { ended, joined, left, published, started } from './testing/history';
import { ada, bob, call, kitchen, peers } from './testing/people';

const [one, two] = peers;

async function openFile() {
  const folder = temporaryFolder();
  const file = join(folder.path, 'signaling.sqlite');
  const database = await openDatabase({ file, entities: [], migrations: [...logMigrations, ...migrations] });
  const { sqlite } = database;
  const log = new EventLog(sqlite, projections(sqlite));
  const groupCommit = new GroupCommit({ sqlite, log, logger: silentLogger, publish: () => {} });
  const history = new CallHistory(sqlite);
  const registry = new CallsRegistry(log, history, groupCommit);
  return {
    log,
    history,
    registry,
    appendAll: (...drafts: readonly Draft[]) =>
      groupCommit.run(serverContext(), (transaction) => {
        for (const draft of drafts) registry.append(transaction, draft);
        return accepted({});
      }),
    fail: (...drafts: readonly Draft[]) =>
      groupCommit.run(serverContext(), (transaction) => {
        for (const draft of drafts) registry.append(transaction, draft);
        throw new Error('planted');
      }),
    rows: () => ['calls', 'call_peers'].map((table) => sqlite.prepare(`SELECT * FROM ${table}`).all()),
    async [Symbol.asyncDispose]() {
      await database.close();
      folder[Symbol.dispose]();
    },
  };
}

const camera = { kind: 'camera', sound: false } as const;
const other = 'c_0000000000000002' as CallId;
const elsewhere = 'r_000000000000ha11' as RoomId;

it('the history of calls is the same after a rebuild from the log', async () => {
  await using file = await openFile();
  await file.appendAll(started(), joined(one, ada), joined(two, bob), published(one, ada, camera), left(one, ada));
  await file.appendAll(joined(one, ada), ended('ended'));
  const before = file.rows();
  expect(before).toMatchObject([
    [{ call_id: call, room_id: kitchen, started_by: ada, end_reason: 'ended' }],
    [{ peer_id: one }, { peer_id: two }, { peer_id: one }],
  ]);
  expect(JSON.stringify(before)).not.toContain('"left_at":null');
  file.log.rebuild();
  expect(file.rows()).toEqual(before);
});

it('the repository knows former peers and calls in progress', async () => {
  await using file = await openFile();
  await file.appendAll(started(), joined(one, ada), joined(two, bob));
  const former = { callId: call, userId: ada, leftBecause: null, endedBecause: null };
  expect(file.history.open()).toEqual([{ callId: call, roomId: kitchen }]);
  expect(file.history.formerPeer(one)).toEqual(former);
  expect(file.history.formerPeer('p_0000000000000009' as PeerId)).toBeNull();
  await file.appendAll(left(one, ada, 'silent'));
  expect(file.history.formerPeer(one)).toEqual({ ...former, leftBecause: 'silent' });
  await file.appendAll(left(one, ada, 'room_left'), ended('ended'));
  expect(file.history.formerPeer(one)).toEqual({ ...former, leftBecause: 'room_left', endedBecause: 'ended' });
});

it('the registry matches the disk, also after a failed write', async () => {
  await using file = await openFile();
  await file.appendAll(started(), joined(one, ada), published(one, ada, camera));
  const before = file.registry.byId(call);
  const elsewhereStarted = { ...started(), scopeId: other, body: { callId: other, roomId: elsewhere, startedBy: ada } };
  await expect(file.fail(joined(two, bob), elsewhereStarted, ended('ended'))).rejects.toThrow('planted');
  expect(file.registry.byId(call)).toEqual(before);
  expect(file.registry.inRoom(kitchen)).toEqual(before);
  expect(file.registry.byId(other)).toBeNull();
  expect(file.registry.inRoom(elsewhere)).toBeNull();
  await file.appendAll(ended('ended'));
  expect(file.registry.inRoom(kitchen)).toBeNull();
  expect(file.registry.all()).toEqual([]);
});
