import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notes that all messages so far are indexed in the second form, except those that still wait in the first one: each row
 * is a form and the last message in it, and the lowest form counts (docs/decisions/0108-search-folds-whole-texts.md).
 */
export class SecondSearchForms1764330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE search_reindexing ADD COLUMN form INTEGER NOT NULL DEFAULT 1');
    await runner.query(
      'INSERT INTO search_reindexing (last, form) SELECT msg_id, 2 FROM messages ORDER BY msg_id DESC LIMIT 1',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM search_reindexing WHERE form = 2');
    await runner.query('ALTER TABLE search_reindexing DROP COLUMN form');
  }
}
