import 'fake-indexeddb/auto';
import { Injector, type ProviderToken, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataOf, type hello, limits } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { firstValueFrom, NEVER, Subject } from 'rxjs';
import { browserCache } from '../client/cache/browser-cache';
import { Cache } from '../client/cache/cache';
import { cacheName, copies } from '../client/cache/schema';
import { Connection } from '../client/connection/connection';
import { Directs } from '../client/directs/directs';
import { Drafts } from '../client/drafts/drafts';
import { UnsentEntries } from '../client/outbox/unsent-entries';
import { Directory } from '../client/people/directory';
import { ReadMarks } from '../client/reading/read-marks';
import { RoomKeeper } from '../client/rooms/room-keeper';
import { withRoomSnapshot } from '../client/rooms/held-room';
import { toCache } from '../client/rooms/room-keeping';
import { Rooms } from '../client/rooms/rooms';
import { personProviders, PersonScope } from '../client/session/person-scope';
import { Session } from '../client/session/session';
import { ada, bob } from '../client/testing/people';
import { page } from '../platform/testing/page';
import { recall } from './recall';

const { settled } = page();

const { latest: stored } = new RoomLog(1_000).joined(ada.userId).said(ada.userId, 'hello');
const long = { openMs: 60_000, callMs: 60_000, largeMs: 60_000 };

describe('what this browser stored', () => {
  const hellos = new Subject<DataOf<typeof hello>>();
  const { BroadcastChannel } = globalThis;
  let connected: number;
  let cache: Cache;
  beforeEach(async () => {
    // Node would wait for an open channel.
    Object.assign(globalThis, { indexedDB: new IDBFactory(), BroadcastChannel: undefined });
    connected = 0;
    const filled = await Cache.open(long);
    await filled.values.set('me', ada);
    await filled.users.save([ada, bob]);
    await filled.rooms.save(toCache(withRoomSnapshot(undefined, stored)), stored.messages);
    filled.close();
  });
  afterEach(() => {
    TestBed.inject(PersonScope).close();
    cache.close();
    Object.assign(globalThis, { BroadcastChannel });
  });

  /** Starts the page on this disk. */
  const started = async (disk: Cache) => {
    cache = disk;
    const connection: Partial<Record<keyof Connection, unknown>> = {
      state: signal('connecting'),
      hellos,
      ...{ events: NEVER, signOuts: NEVER, heads: NEVER, resyncs: NEVER, readMoves: NEVER },
      open: () => (connected += 1),
    };
    const recalled = { recall: () => Promise.resolve() };
    TestBed.configureTestingModule({
      providers: [
        { provide: browserCache, useValue: cache },
        { provide: Connection, useValue: connection },
        { provide: UnsentEntries, useValue: recalled },
        { provide: Drafts, useValue: recalled },
        { provide: personProviders, useValue: [Rooms, ReadMarks, Directory, RoomKeeper, Directs] },
      ],
    });
    await runInInjectionContext(TestBed.inject(Injector), recall);
  };
  /** Another tab writes until the returned function is called. */
  const busyDisk = async () => {
    const otherTab = await openDB(cacheName);
    const tx = otherTab.transaction([...copies], 'readwrite');
    const until = new AbortController();
    void (async () => {
      while (!until.signal.aborted) await tx.objectStore('rooms').count();
      otherTab.close();
    })();
    return () => {
      until.abort();
    };
  };
  /** The disk answers, and the page has read all that it wants to read. */
  const recovered = async () => {
    await firstValueFrom(cache.recoveries);
    // The page reads its stores one after another, at most five times.
    for (let read = 0; read < 10; read += 1) await cache.rooms.all();
    await settled();
  };
  const me = () => TestBed.inject(Session).me();
  const here = <T>(store: ProviderToken<T>) => TestBed.inject(PersonScope).injector()?.get(store);
  const names = () => [...(here(Rooms)?.held().values() ?? [])].map(({ room }) => room.name);

  it('is on the page before it connects', async () => {
    await started(await Cache.open(long));
    expect([me(), names(), here(Directory)?.nameOf(bob.userId)]).toEqual([ada, [stored.room.name], 'Bob']);
    expect(connected).toBe(1);
  });

  it('appears without a connection as soon as a slow disk answers', async () => {
    const free = await busyDisk();
    await started(await Cache.open({ ...long, callMs: 30 }));
    expect([me(), connected]).toEqual([null, 1]);

    free();
    await recovered();

    expect([me(), names(), here(Directory)?.nameOf(bob.userId)]).toEqual([ada, [stored.room.name], 'Bob']);
  });

  it('changes nothing that the server says while a slow disk answers', async () => {
    const free = await busyDisk();
    await started(await Cache.open({ ...long, callMs: 30 }));
    cache.recoveries.subscribe(() => {
      hellos.next({ user: bob, limits } as DataOf<typeof hello>);
      here(Rooms)?.synced({
        epoch: '4f9c2a7be1d05836',
        snapshots: [{ ...stored, room: { ...stored.room, name: 'renamed' } }],
        ...{ stretches: [], people: [], gone: [], more: false },
        reading: { marksRevision: 0, marks: [], mentions: [] },
      });
    });

    free();
    await recovered();

    expect([me(), names()]).toEqual([bob, ['renamed']]);
  });
});
