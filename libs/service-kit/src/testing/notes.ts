import { defineEvent, type AnyEvent, type BodyOf } from '@devchitchat/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { draft } from '../event-log/draft';
import type { Projection } from '../event-log/projection';
import type { Sqlite } from '../sqlite/sqlite';

/** A small domain for the kit's own specs: notes on boards, on which duplicates are refused. */
const noteWritten = defineEvent('note.written', {
  service: 'messaging',
  scope: 'room',
  summary: 'Somebody wrote a note on a board.',
  body: z.object({ noteId: z.number() }),
  content: z.object({ text: z.string() }),
});

export const note = (board: string, noteId: number, text = `note ${noteId}`) =>
  draft(noteWritten, { scopeId: board, body: { noteId }, content: { text }, audience: 'everyone' });

export class NotesTable1763600000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE notes (note_id INTEGER PRIMARY KEY, board TEXT NOT NULL, event_id INTEGER NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notes');
  }
}

export class NotesProjection implements Projection {
  constructor(private readonly sqlite: Sqlite) {}

  apply({ eventId, scope, body }: AnyEvent): void {
    const { noteId } = body as BodyOf<typeof noteWritten>;
    this.sqlite.prepare('INSERT INTO notes VALUES (?, ?, ?)').run(noteId, scope.id, eventId);
  }

  clear(): void {
    this.sqlite.exec('DELETE FROM notes');
  }

  all(): unknown[] {
    return this.sqlite.prepare('SELECT * FROM notes ORDER BY note_id').all();
  }
}
