import { inject, type Injector } from '@angular/core';
import { injectCache } from '../client/cache/browser-cache';
import { Directs } from '../client/directs/directs';
import { Drafts } from '../client/drafts/drafts';
import { UnsentEntries } from '../client/outbox/unsent-entries';
import { Directory } from '../client/people/directory';
import { ReadMarks } from '../client/reading/read-marks';
import { RoomKeeper } from '../client/rooms/room-keeper';
import { Rooms } from '../client/rooms/rooms';
import { PersonScope } from '../client/session/person-scope';
import { Session } from '../client/session/session';

/**
 * Restores all stored data before the first rendering, and before the server can send newer data. If the disk answers too
 * late for that, restores what is still missing then: without a connection, nothing else can show it.
 */
export async function recall(): Promise<void> {
  const [session, scope, unsent, drafts] = [
    inject(Session),
    inject(PersonScope),
    inject(UnsentEntries),
    inject(Drafts),
  ];
  const restore = async (...others: readonly Promise<void>[]): Promise<void> => {
    try {
      await Promise.all([session.recall(), ...others]);
      const person = scope.injector();
      if (person) await recallFor(person);
    } catch (error) {
      // Stored data has an unexpected form. The server has all of it.
      reportError(error);
    }
  };
  // Drafts and unsent entries listen themselves.
  injectCache().recoveries.subscribe(() => void restore());
  await restore(unsent.recall(), drafts.recall());
  session.connect();
}

async function recallFor(person: Injector): Promise<void> {
  const [rooms, keeper, directs] = [person.get(Rooms), person.get(RoomKeeper), person.get(Directs)];
  await Promise.all([person.get(ReadMarks).recall(), person.get(Directory).recall()]);
  if (!(await rooms.recall())) return;
  // Before its timer fires, so that it does not write back everything it has just read.
  keeper.startFrom(rooms.held());
  await directs.recall();
}
