import { isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { nameKey } from './name-key';

/** Which rooms there are, and who is in them. */
export class RoomsProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      create: sqlite.prepare(
        'INSERT INTO rooms (room_id, kind, name, public_name_key, topic, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ),
      join: sqlite.prepare(
        'INSERT INTO room_members (room_id, user_id, role, joined_at, joined_event_id) VALUES (?, ?, ?, ?, ?)',
      ),
      leave: sqlite.prepare('DELETE FROM room_members WHERE room_id = ? AND user_id = ?'),
      changeRole: sqlite.prepare('UPDATE room_members SET role = ? WHERE room_id = ? AND user_id = ?'),
      clearMembers: sqlite.prepare('DELETE FROM room_members'),
      clearRooms: sqlite.prepare('DELETE FROM rooms'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(messagingEvents.roomCreated, event)) {
      const { roomId, kind, createdBy } = event.body;
      const { name, topic } = event.content ?? { name: '', topic: '' };
      const publicNameKey = kind === 'public' && name !== '' ? nameKey(name) : null;
      this.statements.create.run(roomId, kind, name, publicNameKey, topic, createdBy, event.ts);
    } else if (isEvent(messagingEvents.memberJoined, event)) {
      const { roomId, userId, role } = event.body;
      this.statements.join.run(roomId, userId, role, event.ts, event.eventId);
    } else if (isEvent(messagingEvents.memberLeft, event)) {
      this.statements.leave.run(event.body.roomId, event.body.userId);
    } else if (isEvent(messagingEvents.memberRoleChanged, event)) {
      const { roomId, userId, role } = event.body;
      this.statements.changeRole.run(role, roomId, userId);
    }
  }

  clear(): void {
    this.statements.clearMembers.run();
    this.statements.clearRooms.run();
  }
}
