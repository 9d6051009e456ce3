import { departureOf, isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { nameKey } from './name-key';

/** Rooms and their members. */
export class RoomsProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      create: sqlite.prepare(
        'INSERT INTO rooms (room_id, kind, name, public_name_key, topic, created_by, created_at, hidden) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ),
      update: sqlite.prepare(
        `UPDATE rooms SET name = ?, topic = ?, public_name_key = CASE kind WHEN 'public' THEN ? END WHERE room_id = ?`,
      ),
      set: sqlite.prepare(
        `UPDATE rooms SET slow_mode_seconds = coalesce(?, slow_mode_seconds), everyone_by = coalesce(?, everyone_by),
          for_everybody = coalesce(?, for_everybody)
        WHERE room_id = ?`,
      ),
      countImported: sqlite.prepare('UPDATE rooms SET unannounced = unannounced + 1 WHERE room_id = ?'),
      toName: sqlite
        .prepare<[string], string>(
          "SELECT name FROM rooms WHERE room_id = ? AND hidden AND kind = 'public' AND name <> ''",
        )
        .pluck(),
      name: sqlite.prepare('UPDATE rooms SET public_name_key = ? WHERE room_id = ?'),
      announce: sqlite.prepare('UPDATE rooms SET hidden = 0, unannounced = 0 WHERE room_id = ?'),
      delete: sqlite.prepare('UPDATE rooms SET deleted_at = ?, public_name_key = NULL WHERE room_id = ?'),
      join: sqlite.prepare(
        'INSERT INTO room_members (room_id, user_id, role, joined_at, joined_event_id, history_start, joined_seq) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ),
      leave: sqlite.prepare('DELETE FROM room_members WHERE room_id = ? AND user_id = ?'),
      remember: sqlite.prepare('INSERT OR IGNORE INTO room_leavers (room_id, user_id) VALUES (?, ?)'),
      changeRole: sqlite.prepare('UPDATE room_members SET role = ? WHERE room_id = ? AND user_id = ?'),
      clearLeavers: sqlite.prepare('DELETE FROM room_leavers'),
      clearMembers: sqlite.prepare('DELETE FROM room_members'),
      clearRooms: sqlite.prepare('DELETE FROM rooms'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(messagingEvents.roomCreated, event)) {
      const { roomId, kind, createdBy, origin } = event.body;
      const { name, topic } = event.content ?? { name: '', topic: '' };
      // An unfinished import must not hold a name.
      const publicNameKey = kind === 'public' && name !== '' && !origin ? nameKey(name) : null;
      this.statements.create.run(roomId, kind, name, publicNameKey, topic, createdBy, event.ts, origin ? 1 : 0);
    } else if (isEvent(messagingEvents.roomUpdated, event)) {
      const { name, topic } = event.content ?? { name: '', topic: '' };
      this.statements.update.run(name, topic, name === '' ? null : nameKey(name), event.body.roomId);
    } else if (isEvent(messagingEvents.roomSettingsChanged, event)) {
      const { roomId, slowModeSeconds = null, everyoneBy = null, forEverybody } = event.body;
      const forAll = forEverybody === undefined ? null : Number(forEverybody);
      this.statements.set.run(slowModeSeconds, everyoneBy, forAll, roomId);
    } else if (isEvent(messagingEvents.messageSent, event)) {
      if (event.body.imported) this.statements.countImported.run(event.body.roomId);
    } else if (isEvent(messagingEvents.roomImported, event)) {
      this.announce(event.body.roomId);
    } else if (isEvent(messagingEvents.roomDeleted, event)) {
      this.statements.delete.run(event.ts, event.body.roomId);
    } else if (isEvent(messagingEvents.memberJoined, event)) {
      const { roomId, userId, role, historyStart = 1, headSeq = 0 } = event.body;
      this.statements.join.run(roomId, userId, role, event.ts, event.eventId, historyStart, headSeq);
    } else if (isEvent(messagingEvents.memberRoleChanged, event)) {
      const { roomId, userId, role } = event.body;
      this.statements.changeRole.run(role, roomId, userId);
    } else {
      const gone = departureOf(event);
      if (!gone) return;
      this.statements.leave.run(gone.roomId, gone.userId);
      this.statements.remember.run(gone.roomId, gone.userId);
    }
  }

  private announce(roomId: string): void {
    const name = this.statements.toName.get(roomId);
    if (name !== undefined) this.statements.name.run(nameKey(name), roomId);
    this.statements.announce.run(roomId);
  }

  clear(): void {
    this.statements.clearLeavers.run();
    this.statements.clearMembers.run();
    this.statements.clearRooms.run();
  }
}
